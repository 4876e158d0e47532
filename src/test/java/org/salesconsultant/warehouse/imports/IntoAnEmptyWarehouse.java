package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;

/** Tests that begin with a real warehouse in which nothing is, and a folder of their own. */
abstract class IntoAnEmptyWarehouse {
    @TempDir Path folder;
    Warehouse warehouse;
    Imports imports;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        imports = new Imports(new Home(folder), warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }
}
