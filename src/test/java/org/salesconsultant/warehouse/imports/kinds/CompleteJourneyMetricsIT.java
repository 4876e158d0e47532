package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A retailer of households with its campaigns; the figures were taken with Python from the same files, row by row. What was given
 * away for nothing by a discount is a sale, for it had a price before.
 */
class CompleteJourneyMetricsIT {
    @TempDir Path folder;

    @Test
    void metricsOfLinesCampaignsAndHouseholds() {
        PublicDataMetricsTest.bring(folder, "completejourney", List.of("transactions_sample.csv.gz", "campaigns.csv.gz", "campaign_descriptions.csv.gz",
                "coupon_redemptions.csv.gz", "products.csv.gz", "demographics.csv.gz"), asking -> {
            assertEquals(List.of("233935.24 47027 2373"), asking.rows("revenue orders customers", "", null));
            assertEquals(List.of("2017-01 19110.84", "2017-02 18970.56", "2017-03 19213.05"), asking.rows("revenue", "month", 3));
            assertEquals(List.of("18 1133 214", "13 1077 196", "8 1076 158"), asking.rows("contacts responses", "campaign", 3));
            assertEquals(List.of("0.120200"), asking.rows("response_rate", "", null));
            assertEquals(List.of("null 100316.52", "50-74K 32981.34", "35-49K 24725.99"), asking.rows("revenue", "income", 3));
        });
    }
}
