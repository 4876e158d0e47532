package org.salesconsultant.warehouse.imports;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a few words why the warehouse could not be written. */
final class WriteFailure {
    private WriteFailure() {}

    static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return reason(sqlite.getResultCode());
            }
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    private static String reason(SQLiteErrorCode code) {
        var name = code.name();
        if (name.equals("SQLITE_FULL") || name.startsWith("SQLITE_IOERR")) {
            return "the disk is full or fails (" + name + ")";
        }
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return "another program holds it";
        }
        if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN") || name.startsWith("SQLITE_PERM")) {
            return "its files may not be written";
        }
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return "its file is damaged";
        }
        return code.message;
    }
}
