package org.salesconsultant.warehouse.semantic;

import java.util.List;

/**
 * A filter names something the viewer's data does not have: the question was understood, and nothing matches. Raised from
 * any depth of a query; tools answer with {@code empty} and the near names.
 */
public final class UnknownMember extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Dimension dimension;
    private final String value;
    private final transient List<String> near;

    /** @param near names the viewer may see, most alike first, at most five */
    public UnknownMember(Dimension dimension, String value, List<String> near) {
        super("no " + dimension.name() + " \"" + value + "\"");
        this.dimension = dimension;
        this.value = value;
        this.near = near;
    }

    public Dimension dimension() {
        return dimension;
    }

    public String value() {
        return value;
    }

    public List<String> near() {
        return near;
    }
}
