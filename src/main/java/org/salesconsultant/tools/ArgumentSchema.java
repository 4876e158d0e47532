package org.salesconsultant.tools;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;

/** The JSON schema of an arguments record; what each component means comes from the tool's prompt file. */
final class ArgumentSchema {
    private ArgumentSchema() {}

    /** @param descriptions by component name; {@code filters.op} for a component of a nested record */
    static JsonObjectSchema of(Class<?> record, Map<String, String> descriptions) {
        return object(record, "", descriptions);
    }

    private static JsonObjectSchema object(Class<?> record, String path, Map<String, String> descriptions) {
        var schema = JsonObjectSchema.builder();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            var name = path + component.getName();
            schema.addProperty(component.getName(), element(component.getGenericType(), name, descriptions));
            if (!isNullable(component.getAnnotatedType()) && !List.class.isAssignableFrom(component.getType())) {
                required.add(component.getName());
            }
        }
        return schema.required(required).additionalProperties(false).build();
    }

    private static JsonSchemaElement element(Type type, String name, Map<String, String> descriptions) {
        var description = descriptions.getOrDefault(name, "");
        if (type instanceof ParameterizedType list) {
            return JsonArraySchema.builder().description(description)
                    .items(element(list.getActualTypeArguments()[0], name + "[]", descriptions)).build();
        }
        var plain = (Class<?>) type;
        if (plain == PeriodArgument.class) {
            return JsonAnyOfSchema.builder().description(description).anyOf(
                    JsonStringSchema.builder().build(),
                    JsonObjectSchema.builder().addStringProperty("from").addStringProperty("lastDay")
                            .required("from", "lastDay").additionalProperties(false).build()).build();
        }
        if (plain == String.class) {
            return JsonStringSchema.builder().description(description).build();
        }
        if (plain == Integer.class || plain == int.class) {
            return JsonIntegerSchema.builder().description(description).build();
        }
        if (plain == Double.class || plain == double.class) {
            return JsonNumberSchema.builder().description(description).build();
        }
        if (plain == Boolean.class || plain == boolean.class) {
            return JsonBooleanSchema.builder().description(description).build();
        }
        if (plain.isEnum()) {
            return JsonEnumSchema.builder().description(description).enumValues(Arrays.stream(plain.getEnumConstants())
                    .map(value -> Json.MAPPER.convertValue(value, String.class)).toList()).build();
        }
        return object(plain, name.replace("[]", "") + ".", descriptions).toBuilder().description(description).build();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class)
                || type instanceof AnnotatedParameterizedType list && list.isAnnotationPresent(Nullable.class);
    }
}
