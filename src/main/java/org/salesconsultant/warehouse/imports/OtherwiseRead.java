package org.salesconsultant.warehouse.imports;

import java.util.List;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** A table that is another one's for the most part: what is not said anew is that one's. */
interface OtherwiseRead extends TableFile {
    TableFile file();

    @Override
    default String name() {
        return file().name();
    }

    @Override
    default String format() {
        return file().format();
    }

    @Override
    default boolean hasHeader() {
        return file().hasHeader();
    }

    @Override
    default List<String> header() {
        return file().header();
    }

    @Override
    default long bytes() {
        return file().bytes();
    }

    @Override
    default String sha256() {
        return file().sha256();
    }

    @Override
    default List<String> doubts() {
        return file().doubts();
    }
}
