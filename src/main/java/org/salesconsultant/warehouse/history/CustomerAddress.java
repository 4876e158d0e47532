package org.salesconsultant.warehouse.history;

import java.util.Optional;
import org.salesconsultant.warehouse.Warehouse;

/** A mail address as the data has it. @param customer the code of the only customer whose it is */
public record CustomerAddress(String customer, String address) {
    /** Empty where no customer has it, or several do. @param address in any case */
    public static Optional<CustomerAddress> find(Warehouse warehouse, String address) {
        var found = warehouse.database().read(handle -> handle.createQuery("SELECT code, email FROM customer WHERE email = :address COLLATE NOCASE LIMIT 2")
                .bind("address", address.strip()).map((row, context) -> new CustomerAddress(row.getString(1), row.getString(2))).list());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
