package org.salesconsultant.assistant;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.salesconsultant.assistant.planner.reading.Lexicon;
import org.salesconsultant.assistant.planner.reading.MemberIndex;
import org.salesconsultant.assistant.planner.reading.NamesInText;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** A small shop with members of each kind, some of them called as common words are, and what finds their names. */
final class Shop {
    private static final long ONE = 10_000;
    private static final SemanticModel MODEL = SemanticModel.load(new Home(Path.of("")));

    private Shop() {}

    static void fill(Warehouse warehouse) {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                write(star);
                star.finish("GBP", "Lamps & Cakes", name -> false);
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void write(StarWriter star) throws SQLException {
        long country = 0;
        for (var name : List.of("United Kingdom", "Germany", "Spain", "France")) {
            country = star.country(name);
        }
        long north = star.region("North");
        long anna = star.rep(new StarWriter.NewRep("Anna Keller", north, null));
        star.rep(new StarWriter.NewRep("May Hart", north, null));
        star.campaign(new StarWriter.NewCampaign("SPR11", "Spring Mailing", "post", null, null, null));
        for (var product : Map.of("L100", "Brass Table Lamp", "L101", "Table Lamp", "K300", "Regency Cakestand 3 Tier", "P900", "Nice").entrySet()) {
            star.product(new StarWriter.NewProduct(product.getKey(), product.getValue(), "Lighting", false, null, null));
        }
        long cups = star.product(new StarWriter.NewProduct("K400", "Paper Cups", "Kitchen", false, null, null));
        long heron = star.customer(new StarWriter.NewCustomer("C200", "Blue Heron Café", "Café", null, null, country, north, anna));
        var day = LocalDate.of(2011, 12, 9);
        var order = star.order(new StarWriter.NewOrder("test", "1", day, heron, country, north, anna, star.channel("Online"), null, null), null);
        star.line(order, new StarWriter.NewLine(cups, Kind.SALE, ONE, ONE, 0, ONE, null, "Paper Cups"));
    }

    /** As the planner finds them. */
    static MemberNames names(Warehouse warehouse) {
        return new NamesInText(new Lexicon(MODEL, Map.of()), MemberIndex.of(MODEL, new Members(MODEL), warehouse, new RowScope.All()),
                warehouse.state().periods());
    }
}
