package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.Warehouse;

/** Exports of real companies, found out by themselves; the figures were computed with Python's csv module from the same files. */
class RealExportsTest {
    private static final Path DATA = Path.of("..", "shared", "data");

    @TempDir Path folder;

    private interface Check {
        void of(ImportedFiles files);
    }

    private void bring(String set, List<String> names, Check check) {
        assumeTrue(Files.isDirectory(DATA.resolve(set)), set + " is not in ../shared/data");
        try (var warehouse = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var files = new ImportedFiles(folder, warehouse);
            names.forEach(name -> files.bring(DATA.resolve(set).resolve(name)));
            check.of(files);
        }
    }

    /** Redemptions before contacts, contacts before campaigns. */
    @Test
    void completejourney() {
        bring("completejourney", List.of("coupon_redemptions.csv.gz", "transactions_sample.csv.gz", "campaigns.csv.gz", "campaign_descriptions.csv.gz",
                "products.csv.gz", "demographics.csv.gz"), files -> {
            assertEquals(List.of("75000 2339352400"), files.rows("SELECT count(*), sum(amount) FROM line"));
            assertEquals(List.of("47243"), files.rows("SELECT count(DISTINCT number_key) FROM orders"));
            assertEquals(List.of("6589 792"), files.rows("SELECT count(*), sum(responded) FROM campaign_contact"));
            assertEquals(List.of("2102"), files.rows("SELECT count(*) FROM campaign_response"));
            assertEquals(List.of("0"), files.rows("SELECT count(*) FROM campaign_contact WHERE day IS NULL"));
            assertEquals(List.of("92336"), files.rows("SELECT count(*) FROM product"));
            assertEquals(List.of("801"), files.rows("SELECT count(DISTINCT member_key) FROM attribute WHERE of = 'customer'"));
        });
    }

    @Test
    void mavenCrm() {
        bring("maven-crm", List.of("sales_pipeline.csv.gz", "accounts.csv.gz", "products.csv.gz", "sales_teams.csv.gz"), files -> {
            assertEquals(List.of("lost 2473", "open 2089", "won 4238"), files.rows("SELECT outcome, count(*) FROM opportunity GROUP BY 1 ORDER BY 1"));
            assertEquals(List.of("7 100055340000"), files.rows("SELECT (SELECT count(*) FROM product), sum(close_value) FROM opportunity WHERE outcome = 'won'"));
            assertEquals(List.of("GTX Pro 35105780000"), files.rows("SELECT product.name, sum(close_value) FROM opportunity JOIN product USING (product_key)"
                    + " WHERE outcome = 'won' GROUP BY 1 ORDER BY 2 DESC LIMIT 1"));
            assertEquals(List.of("West 35686470000", "Central 33462930000", "East 30905940000"), files.rows("SELECT region.name, sum(close_value) FROM opportunity"
                    + " JOIN rep USING (rep_key) JOIN region ON region.region_key = rep.region_key WHERE outcome = 'won' GROUP BY 1 ORDER BY 2 DESC"));
            assertEquals(List.of("85 1425"), files.rows("SELECT (SELECT count(*) FROM customer), sum(customer_key IS NULL) FROM opportunity"));
        });
    }

    @Test
    void womens() {
        bring("womens", List.of("womens_reviews.csv.gz"), files -> {
            assertEquals(List.of("23486 98548 845"), files.rows("SELECT count(*), sum(rating), sum(text IS NULL) FROM feedback"));
            assertEquals(List.of("1206"), files.rows("SELECT count(DISTINCT product_key) FROM feedback"));
        });
    }

    @Test
    void hillstrom() {
        bring("hillstrom", List.of("hillstrom.csv.gz"), files -> assertEquals(
                List.of("Mens E-Mail 21307 3894 267 303116900", "No E-Mail 21306 2262 122 139083300", "Womens E-Mail 21387 3238 189 230381100"),
                files.rows("SELECT arm, count(*), sum(responded), sum(converted), sum(value) FROM campaign_contact GROUP BY arm ORDER BY arm")));
    }

    @Test
    void cdnow() {
        bring("cdnow", List.of("CDNOW_master.txt.gz"), files -> {
            assertEquals(List.of("69659 69659 25003156300"), files.rows("SELECT count(*), count(DISTINCT number_key), sum(revenue) FROM orders"));
            assertEquals(List.of("23570"), files.rows("SELECT count(*) FROM customer"));
        });
    }
}
