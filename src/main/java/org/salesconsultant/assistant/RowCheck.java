package org.salesconsultant.assistant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.MemberNames.Named;
import org.salesconsultant.sales.Finding;

/**
 * Says whether the numbers of a sentence are those of the one member it names: of that member's rows, of the whole, or of what
 * both make together. Where a sentence names several members of a finding, any of their numbers may be whose it says.
 */
final class RowCheck {
    private final NumberCheck numbers;
    private final List<Table> tables;

    RowCheck(List<Finding> findings, NumberCheck numbers, MemberNames names) {
        this.numbers = numbers;
        this.tables = findings.stream().map(finding -> new Table(finding, columns(finding, names))).toList();
    }

    /** @param columns for each column that names members, whom each row is of; none where a cell names nobody */
    private record Table(Finding finding, List<List<Set<String>>> columns) {
        /** @return null where no column has exactly one member that is named */
        @Nullable Set<Integer> rowsOf(Set<String> named) {
            Set<Integer> others = new HashSet<>();
            boolean isNarrowed = false;
            for (var column : columns) {
                var meant = column.stream().filter(members -> members.stream().anyMatch(named::contains)).distinct().toList();
                if (meant.size() == 1) {
                    isNarrowed = true;
                    IntStream.range(0, column.size()).filter(row -> !column.get(row).isEmpty() && !column.get(row).equals(meant.getFirst())).forEach(others::add);
                }
            }
            return isNarrowed ? IntStream.range(0, finding.rows().size()).filter(row -> !others.contains(row)).boxed().collect(Collectors.toSet()) : null;
        }
    }

    private static List<List<Set<String>>> columns(Finding finding, MemberNames names) {
        return IntStream.range(0, finding.columns().size()).filter(column -> finding.columns().get(column).type() == Finding.Type.TEXT)
                .mapToObj(column -> finding.rows().stream().map(row -> row.get(column) instanceof String cell ? members(cell, names) : Set.<String>of()).toList())
                .toList();
    }

    private static Set<String> members(String cell, MemberNames names) {
        var found = names.in(cell);
        return found.size() == 1 && found.getFirst().words().length() == cell.strip().length() ? found.getFirst().members() : Set.of();
    }

    /**
     * @param named the members that a sentence names
     * @param said the numbers in it, of names none
     */
    boolean hold(List<Named> named, List<SpokenNumbers.Spoken> said) {
        var members = named.stream().flatMap(name -> name.members().stream()).collect(Collectors.toSet());
        if (said.stream().allMatch(SpokenNumbers.Spoken::isCountingWord) || tables.stream().allMatch(table -> table.rowsOf(members) == null)) {
            return true;
        }
        var explained = new ExplainedNumbers(numbers::withoutNames);
        for (var table : tables) {
            var rows = table.rowsOf(members);
            if (rows == null) {
                explained.add(table.finding());
            } else {
                explained.addOnly(table.finding(), rows::contains);
            }
        }
        return said.stream().allMatch(explained::explain);
    }
}
