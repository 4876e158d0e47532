package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** The tools of this room over one warehouse, called as a brain calls them: with JSON. */
record CustomerTools(Toolbox toolbox, Warehouse warehouse) {
    static final Viewer MANAGER = new Viewer("key:mary", "Mary", Role.MANAGER, null);

    static CustomerTools over(Warehouse warehouse) {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        var members = new Members(model);
        var queries = new MetricQueries(model, members);
        var models = new CustomerModels(queries);
        members.segmentBy(models);
        return new CustomerTools(new Toolbox(home, List.of(new QueryMetrics(queries), new SegmentCustomers(models), new RankCustomers(models), new CustomerProfile(models),
                new BasketRules(models), new RecommendProducts(models))), warehouse);
    }

    static Viewer rep(String name) {
        return new Viewer("key:" + name, name, Role.REP, name);
    }

    Outcome call(String tool, String arguments, Viewer viewer, Language language) {
        return toolbox.call(tool, arguments, viewer, language, warehouse, step -> { });
    }

    Outcome call(String tool, String arguments) {
        return call(tool, arguments, MANAGER, Language.ENGLISH);
    }

    Finding found(String tool, String arguments) {
        return found(tool, arguments, MANAGER);
    }

    Finding found(String tool, String arguments, Viewer viewer) {
        return assertInstanceOf(Outcome.Found.class, call(tool, arguments, viewer, Language.ENGLISH)).finding();
    }

    /** @param column as headed in English */
    static Object cell(Finding finding, int row, String column) {
        int place = finding.columns().stream().map(Finding.Column::name).toList().indexOf(column);
        assertTrue(place >= 0, () -> "no column \"" + column + "\" in " + finding.columns());
        return Objects.requireNonNull(finding.rows().get(row).get(place));
    }
}
