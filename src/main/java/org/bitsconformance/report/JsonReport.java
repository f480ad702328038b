package org.bitsconformance.report;

import java.io.IOException;
import java.io.Writer;
import org.bitsconformance.result.RunResult;

/** Writes {@code report.json}, for programs. */
final class JsonReport {

    private JsonReport() {}

    static void write(RunResult result, Writer out) throws IOException {
        AsciiJson.write(JsonDocument.of(result), out);
    }
}
