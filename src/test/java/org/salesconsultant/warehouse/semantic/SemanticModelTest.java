package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;

class SemanticModelTest {
    @TempDir Path folder;

    private final SemanticModel model = SemanticModel.load(new Home(Path.of("")));

    @Test
    void anUnknownMetricIsAnsweredWithTheNearestAndAll() {
        var error = assertThrows(UserError.class, () -> model.metric("revenu"));
        assertEquals("Unknown metric \"revenu\".", error.message());
        assertTrue(error.hint().startsWith("Did you mean \"revenue\"? Metrics: revenue, gross_revenue, "), error.hint());
    }

    @ParameterizedTest
    @CsvSource({"revenue, revenue", "Turnover, revenue", "销售额, revenue", "AOV, average_order_value", "客单价, average_order_value", "units, units",
            "退货率, return_rate"})
    void aMetricIsFoundByNameLabelOrSynonym(String called, String name) {
        assertEquals(name, model.metric(called).name());
    }

    @ParameterizedTest
    @CsvSource({"sku, product", "国家, country", "salespeople, rep", "weekly, week"})
    void aDimensionIsFoundByNameLabelOrSynonym(String called, String name) {
        assertEquals(name, model.dimension(called).name());
    }

    @Test
    void noWordNamesTwoMetrics() {
        for (var metric : model.metrics()) {
            for (var word : metric.synonyms().en()) {
                assertEquals(metric.name(), model.metric(word).name(), word);
            }
            for (var word : metric.synonyms().zh()) {
                assertEquals(metric.name(), model.metric(word).name(), word);
            }
        }
    }

    /** Each mistake is made in a copy of the shipped file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "formula: {of: [returns_value], per: [gross_revenue]} | formula: {of: [returns_valu], per: [gross_revenue]} | not one of the values accepted",
            "- name: gross_revenue | - name: revenue | \"revenue\" stands twice",
            "usually: returns_value | usually: refunds_value | there is no metric \"refunds_value\"",
            "formula: {of: [orders], per: []} | formula: {of: [], per: []} | the formula of \"orders\" sums nothing",
            "formula: {of: [won], per: [won, lost]} | formula: {of: [won, orders], per: [won]} | adds up measures of different tables",
            "formula: {of: [won], per: [won, lost]} | formula: {of: [{measure: won, where: [{dimension: colour, op: is, values: [red]}]}], per: [won]} | has a condition on \"colour\", which is no dimension",
            "formula: {of: [won], per: [won, lost]} | formula: {of: [{measure: won, where: [{dimension: channel, op: is, values: [Web]}]}], per: [won]} | no table with the measure \"won\" has [channel]",
            "GB: [ | UK: [ | \"UK\" is no ISO 3166 country code",
            "type: percent | type: percentage | not one of the values accepted"})
    void aMistakeInTheFileIsReportedWithItsLine(String right, String wrong, String told) throws IOException {
        var text = Files.readString(Path.of("config/metrics.yaml")).replaceFirst(java.util.regex.Pattern.quote(right), wrong.replace("\\", "\\\\"));
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/metrics.yaml"), text);
        var error = assertThrows(UserError.class, () -> SemanticModel.load(new Home(folder)));
        assertEquals(UserError.Category.BAD_SETUP, error.category());
        assertTrue(error.message().matches("(?s)config/metrics.yaml line [1-9]\\d*: .*"), error.message());
        assertTrue(error.message().contains(told), error.message());
    }
}
