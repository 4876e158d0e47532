package org.salesconsultant.warehouse.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.quality.DataQuality.Ground;
import org.salesconsultant.warehouse.quality.DataQuality.Measure;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Five lines: one without a customer, one with a price of 0, one without a rep, one of Ben; a sixth row cannot be read. */
class DataQualityTest {
    private static final String ORDERS = """
            Order No,Date,SKU,Qty,Price,Customer ID,Sales Rep
            1,2024-01-05,MUG,2,5.00,A,Anna
            1,2024-01-05,CUP,1,3.00,A,Anna
            2,2024-01-06,MUG,1,0,B,Ben
            3,2024-01-07,MUG,4,5.00,,Anna
            4,2024-01-08,CUP,1,3.00,C,
            5,2024-01-09,CUP,many,3.00,B,Anna
            """;

    private final Home home = new Home(Path.of(""));
    private final MetricQueries queries;

    @TempDir Path folder;
    private Warehouse warehouse;

    DataQualityTest() {
        var model = SemanticModel.load(home);
        queries = new MetricQueries(model, new Members(model));
    }

    @BeforeEach
    void fill() throws IOException {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        var imports = new Imports(home, warehouse);
        var file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        imports.run(imports.plan(file, null, null).getFirst(), "file", null, any -> {});
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Measure measure(DataQuality quality, Check check) {
        return quality.measures().stream().filter(measure -> measure.check() == check).findFirst().orElseThrow();
    }

    @Test
    void eachFieldSaysHowManyRowsHaveIt() {
        var quality = DataQuality.of(warehouse, queries, new RowScope.All());
        assertEquals(new Measure(Check.LINE_CUSTOMER, 5, 4), measure(quality, Check.LINE_CUSTOMER));
        assertEquals(new Measure(Check.LINE_REP, 5, 4), measure(quality, Check.LINE_REP));
        assertEquals(new Measure(Check.LINE_PRICE, 5, 4), measure(quality, Check.LINE_PRICE));
        assertEquals(Ground.PART, measure(quality, Check.LINE_CUSTOMER).ground());
        assertEquals(Ground.WHOLE, measure(quality, Check.LINE_PRODUCT).ground());
    }

    @Test
    void whatNothingSaysBearsNoQuestion() {
        var quality = DataQuality.of(warehouse, queries, new RowScope.All());
        assertEquals(new Measure(Check.LINE_COST, 4, 0), measure(quality, Check.LINE_COST));
        assertEquals(Ground.NONE, measure(quality, Check.LINE_COST).ground());
        assertEquals(new Measure(Check.OPPORTUNITY_STAGE, 0, 0), measure(quality, Check.OPPORTUNITY_STAGE));
    }

    @Test
    void rejectedRowsAreCounted() {
        var quality = DataQuality.of(warehouse, queries, new RowScope.All());
        assertEquals(6, quality.rowsRead());
        assertEquals(1, quality.rowsRejected());
    }

    /** Anna has three lines, one of them without a customer; what is nobody's own is not counted for her. */
    @Test
    void aRepSeesTheQualityOfOwnRowsOnly() {
        var quality = DataQuality.of(warehouse, queries, new RowScope.OfRep("Anna"));
        assertEquals(new Measure(Check.LINE_CUSTOMER, 3, 2), measure(quality, Check.LINE_CUSTOMER));
        assertTrue(quality.measures().stream().noneMatch(measure -> measure.check().part() == Part.CUSTOMERS));
    }
}
