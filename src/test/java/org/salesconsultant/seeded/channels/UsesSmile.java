package org.salesconsultant.seeded.channels;

/** Breaks: Smile only in analytics. */
public final class UsesSmile {
    public smile.clustering.KMeans broken;
}
