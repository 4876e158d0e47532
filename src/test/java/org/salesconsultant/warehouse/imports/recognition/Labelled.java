package org.salesconsultant.warehouse.imports.recognition;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.files.TableFiles;

/** Files with what a person says of them, and how far recognition agrees. */
final class Labelled {
    static final Path FOLDER = Path.of("src/test/resources/recognition");

    /**
     * What a person says of a file.
     *
     * @param kind a kind's word, or {@code refused}
     * @param columns headers by field
     * @param either headers of which several things could be said
     */
    record Label(String kind, @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Map<String, List<String>> columns, List<String> either) {}

    /** How one file came out. @param wrong columns read as something they are not @param missed columns that are left unread or read wrong */
    record Outcome(String file, String expected, String kind, int right, List<String> wrong, List<String> missed, List<String> doubts) {
        boolean kindIsRight() {
            return expected.equals(kind);
        }
    }

    private Labelled() {}

    static Map<String, Label> labels(String set) throws IOException {
        var mapper = YAMLMapper.builder().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY).build();
        return mapper.readValue(Files.readString(FOLDER.resolve(set + ".yaml")), new TypeReference<LinkedHashMap<String, Label>>() {});
    }

    static List<Outcome> outcomes(String set, Path folder, @Nullable Embedder embedder) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        for (var label : labels(set).entrySet()) {
            if (Files.exists(folder.resolve(label.getKey()))) {
                outcomes.add(outcome(label.getKey(), folder.resolve(label.getKey()), label.getValue(), embedder));
            }
        }
        return outcomes;
    }

    static Outcome outcome(String name, Path file, Label label, @Nullable Embedder embedder) {
        Set<String> expected = new HashSet<>();
        label.columns().forEach((field, headers) -> headers.forEach(header -> expected.add(field + " = " + header)));
        try {
            var recognition = Recognition.of(new Home(Path.of("")), TableFiles.open(file).getFirst(), null, null, embedder);
            var found = recognition.recognised().stream().map(each -> each.field().name().toLowerCase(java.util.Locale.ROOT) + " = " + each.header()).collect(Collectors.toSet());
            int right = (int) found.stream().filter(expected::contains).count();
            return new Outcome(name, label.kind(), recognition.kind().word(), right, found.stream().filter(each -> !expected.contains(each) && !isEither(label, each)).sorted().toList(),
                    expected.stream().filter(each -> !found.contains(each) && !isEither(label, each)).sorted().toList(), recognition.doubts());
        } catch (UserError e) {
            return new Outcome(name, label.kind(), "refused", 0, List.of(), expected.stream().sorted().toList(), List.of(e.message()));
        }
    }

    private static boolean isEither(Label label, String pair) {
        return label.either().contains(pair.substring(pair.indexOf(" = ") + 3));
    }
}
