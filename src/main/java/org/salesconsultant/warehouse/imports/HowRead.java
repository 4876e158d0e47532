package org.salesconsultant.warehouse.imports;

import java.util.List;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.Formats;

/**
 * How a run read its file, kept with it as JSON: rows of it that are mended later are read the same way.
 *
 * @param header as the file has it, empty texts where columns have no name
 */
public record HowRead(List<String> header, Columns columns, Formats formats) {}
