package org.salesconsultant.analytics.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import smile.clustering.CentroidClustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/**
 * Customers grouped by k-means on recency, frequency and spend, each as its logarithm, standardised; the best of 10 seeded
 * starts. Where the number of groups is not given, that of 3 to 6 with the best simplified silhouette is taken (Hruschka,
 * de Castro, Campello, "Evolutionary algorithms for clustering gene-expression data", ICDM 2004): a customer's distance to
 * the nearest other centroid against that to its own.
 *
 * @param silhouette −1 … 1; above 0.5 clear groups, near 0 a cut through a cloud
 * @param segments in order of worth
 * @param segmentOf by customer, as given: its place in {@code segments}
 */
public record Segmentation(double silhouette, List<Segment> segments, int[] segmentOf) {
    public static final int FEWEST = 2;
    public static final int MOST = 8;
    private static final int STARTS = 10;
    private static final int MOST_ITERATIONS = 100;
    private static final long SEED = 20_111_209;
    /** More customers than this move no centroid; a seeded sample of them is clustered and the rest assigned. */
    private static final int MOST_CLUSTERED = 20_000;

    /**
     * @param customers more of them, different ones, than groups
     * @param k the number of groups, {@link #FEWEST} to {@link #MOST}, or null to choose it
     * @throws IllegalArgumentException when there are fewer different customers than groups
     */
    public static Segmentation fit(List<Rfm> customers, @Nullable Integer k) {
        var points = Standardised.of(customers);
        long different = Arrays.stream(points).map(Arrays::toString).distinct().limit(MOST + 1L).count();
        int most = k == null ? (int) Math.min(6, different - 1) : k;
        if (different <= most || most < FEWEST) {
            throw new IllegalArgumentException(different + " different customers are too few to group");
        }
        var sample = sample(points);
        var best = k != null ? cluster(sample, k) : IntStream.rangeClosed(Math.min(3, most), most).mapToObj(size -> cluster(sample, size))
                .max(Comparator.comparingDouble(clustering -> silhouette(sample, clustering.centers()))).orElseThrow();
        return describe(customers, points, best.centers());
    }

    private static double[][] sample(double[][] points) {
        return points.length <= MOST_CLUSTERED ? points : new Random(SEED).ints(0, points.length).distinct()
                .limit(MOST_CLUSTERED).mapToObj(i -> points[i]).toArray(double[][]::new);
    }

    private static CentroidClustering<double[], double[]> cluster(double[][] points, int k) {
        List<CentroidClustering<double[], double[]>> starts = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            MathEx.setSeed(SEED + start);
            starts.add(KMeans.fit(points, k, MOST_ITERATIONS));
        }
        return starts.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static double silhouette(double[][] points, double[][] centers) {
        return Arrays.stream(points).mapToDouble(point -> {
            var distances = Arrays.stream(centers).mapToDouble(center -> MathEx.distance(point, center)).sorted().toArray();
            return distances[1] == 0 ? 0 : (distances[1] - distances[0]) / distances[1];
        }).average().orElse(0);
    }

    private static int nearest(double[] point, double[][] centers) {
        return IntStream.range(0, centers.length).boxed()
                .min(Comparator.comparingDouble(i -> MathEx.squaredDistance(point, centers[i]))).orElseThrow();
    }

    private static Segmentation describe(List<Rfm> customers, double[][] points, double[][] centers) {
        var cluster = Arrays.stream(points).mapToInt(point -> nearest(point, centers)).toArray();
        record Described(int cluster, Segment segment) {}
        var described = IntStream.range(0, centers.length)
                .mapToObj(c -> new Described(c, segment(centers[c], IntStream.range(0, cluster.length)
                        .filter(i -> cluster[i] == c).mapToObj(customers::get).toList())))
                .filter(each -> each.segment().customers() > 0)
                .sorted(Comparator.comparing((Described each) -> each.segment().name())
                        .thenComparing(each -> each.segment().averageSpend(), Comparator.reverseOrder())
                        .thenComparing(Described::cluster))
                .toList();
        var seen = EnumSet.noneOf(SegmentName.class);
        var place = new int[centers.length];
        List<Segment> segments = new ArrayList<>();
        for (var each : described) {
            place[each.cluster()] = segments.size();
            segments.add(each.segment().smaller(!seen.add(each.segment().name())));
        }
        return new Segmentation(silhouette(points, centers), List.copyOf(segments),
                Arrays.stream(cluster).map(c -> place[c]).toArray());
    }

    private static Segment segment(double[] center, List<Rfm> members) {
        double spend = members.stream().mapToDouble(Rfm::spend).sum();
        double medianOrders = median(members.stream().mapToDouble(Rfm::orders).toArray());
        return new Segment(SegmentName.of(center[0], (center[1] + center[2]) / 2, medianOrders), false, members.size(), spend,
                median(members.stream().mapToDouble(Rfm::recency).toArray()), medianOrders, spend / members.size());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length == 0 ? 0 : values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
