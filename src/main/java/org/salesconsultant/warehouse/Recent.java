package org.salesconsultant.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries used last, up to a number of them. Not safe for several threads. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final float LOAD_FACTOR = 0.75f;
    private static final int AT_FIRST = 1_024;

    private final int most;
    private boolean forgot;

    Recent(int most) {
        super(AT_FIRST, LOAD_FACTOR, true);
        this.most = most;
    }

    /** Whether an entry had to go. */
    boolean forgot() {
        return forgot;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        boolean tooMany = size() > most;
        forgot |= tooMany;
        return tooMany;
    }
}
