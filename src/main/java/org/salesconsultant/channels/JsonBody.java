package org.salesconsultant.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;

/** Reads a request's body, UTF-8 whatever its header says, into a record. */
public final class JsonBody {
    private JsonBody() {}

    /** @throws UserError when it is not JSON or does not fit */
    public static <T extends Record> T read(Context ctx, Class<T> type) {
        try {
            var body = Json.MAPPER.readValue(ctx.bodyAsBytes(), type);
            if (body == null) {
                throw bad("The body is null.", "Send a JSON object.");
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw bad("The body has an unknown field \"" + e.getPropertyName() + "\".", "Fields: " + e.getKnownPropertyIds() + ".");
        } catch (JsonMappingException e) {
            throw bad("The body does not fit what this route takes.", "See /openapi.json for its fields and their types.");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw bad("The body is not valid JSON" + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")") + ".",
                    "Send a JSON object in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserError bad(String message, String hint) {
        return new UserError(UserError.Category.BAD_INPUT, message, hint);
    }
}
