package org.salesconsultant.warehouse.imports.files;

import java.util.List;

/** A table that is one area of a given file. */
interface LaidOut extends TableFile {
    Layout.Area area();

    GivenFile given();

    @Override
    default boolean hasHeader() {
        return area().hasHeader();
    }

    @Override
    default List<String> header() {
        return area().header();
    }

    @Override
    default long bytes() {
        return given().bytes();
    }
}
