package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;

/** What a row says of a customer, whom it may know by code, by name, by an e-mail address or not at all. */
record CustomerCells(@Nullable String code, @Nullable String name, @Nullable String type, @Nullable String city, @Nullable String email) {
    static CustomerCells of(Cells cells) {
        var name = cells.text(Field.CUSTOMER_NAME);
        var email = cells.text(Field.EMAIL);
        var code = cells.code(Field.CUSTOMER_CODE);
        return new CustomerCells(code, name == null && code == null ? email : name, cells.text(Field.CUSTOMER_TYPE), cells.text(Field.CITY), email);
    }

    boolean known() {
        return code != null || name != null;
    }

    /** Null where the row names none. */
    @Nullable Long key(StarWriter star) throws SQLException {
        return known() ? (Long) key(star, Authority.PASSING, null, null, null) : null;
    }

    long key(StarWriter star, Authority authority, @Nullable Long country, @Nullable Long region, @Nullable Long rep) throws SQLException {
        return star.customer(new NewCustomer(code, name, type, city, email, country, region, rep), authority);
    }

    static @Nullable Long country(StarWriter star, @Nullable String name) throws SQLException {
        return name == null ? null : (Long) star.country(name);
    }

    static @Nullable Long region(StarWriter star, @Nullable String name) throws SQLException {
        return name == null ? null : (Long) star.region(name);
    }

    static @Nullable Long channel(StarWriter star, @Nullable String name) throws SQLException {
        return name == null ? null : (Long) star.channel(name);
    }
}
