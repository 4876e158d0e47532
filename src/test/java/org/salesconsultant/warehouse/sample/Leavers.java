package org.salesconsultant.warehouse.sample;

import java.util.List;

/** The customers of the sample company that were made to leave, for tests elsewhere. */
public final class Leavers {
    private Leavers() {}

    public static List<String> codes() {
        return SampleCompany.make().customers().stream().filter(customer -> customer.left() != null)
                .map(CustomerBase.Customer::code).toList();
    }
}
