package org.bitsconformance.report.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Writer;

/** JSON files for programs, in ASCII, so that any reader can handle any text from a server. Empty values are left out. */
public final class AsciiJson {

    /** Writes records, with each component as a key. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private static final ObjectWriter INDENTED =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private AsciiJson() {}

    /** Writes a record over several lines and ends the last one. */
    public static void write(Object document, Writer out) throws IOException {
        out.write(INDENTED.writeValueAsString(document));
        out.write('\n');
    }
}
