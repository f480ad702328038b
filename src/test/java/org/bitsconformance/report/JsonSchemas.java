package org.bitsconformance.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a schema has against a text. */
final class JsonSchemas {

    private JsonSchemas() {}

    static List<Error> errors(String schema, String json) throws IOException {
        try (InputStream in = JsonSchemas.class.getResourceAsStream("/schema/" + schema)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }
}
