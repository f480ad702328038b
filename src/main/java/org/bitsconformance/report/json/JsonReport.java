package org.bitsconformance.report.json;

import java.io.IOException;
import java.io.Writer;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.RunResult;

/** Writes {@code report.json}, for programs. */
public final class JsonReport {

    private JsonReport() {}

    public static void write(RunResult result, Writer out) throws IOException {
        AsciiJson.write(JsonDocument.of(result), out);
    }
}
