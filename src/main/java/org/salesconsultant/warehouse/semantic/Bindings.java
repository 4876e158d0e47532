package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a statement, each under a name of its own. */
final class Bindings {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Takes a value in. @return how the statement names it */
    String add(Object value) {
        var name = "v" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    String day(LocalDate day) {
        return add(day.toEpochDay());
    }

    /** {@code (:v1, :v2)} */
    String list(List<String> many) {
        return many.stream().map(this::add).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code (:v1, :v2)} */
    String numbers(List<Long> many) {
        return many.stream().map(this::add).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Under a name that the statement knows. */
    void put(String name, Object value) {
        values.put(name, value);
    }

    void addAll(Map<String, Object> named) {
        values.putAll(named);
    }

    Map<String, Object> values() {
        return values;
    }
}
