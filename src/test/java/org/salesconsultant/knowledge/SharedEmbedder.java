package org.salesconsultant.knowledge;

import java.nio.file.Path;

/** One embedder for all tests of a virtual machine, since loading its models takes seconds. */
public final class SharedEmbedder {
    public static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder(Path.of("target", "embedder"));

    private SharedEmbedder() {}
}
