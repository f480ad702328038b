package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadgeReportTests {

    @ParameterizedTest
    @MethodSource("org.bitsconformance.report.document.ReportDocumentTests#samples")
    void is_valid(RunResult result) throws IOException {
        assertThat(JsonSchemas.errors("badge.schema.json", text(result))).isEmpty();
    }

    @Test
    void has_the_verdict_in_a_word() throws IOException {
        assertThat(badge(SampleRun.conformant()).toString())
                .isEqualTo("{\"schemaVersion\":1,\"label\":\"BITS conformance\",\"message\":\"conformant\","
                        + "\"color\":\"brightgreen\"}");
        JsonNode untestable = badge(SampleRun.untestable("nobody listens there"));
        assertThat(untestable.path("message").textValue()).isEqualTo("incomplete");
        assertThat(untestable.path("color").textValue()).isEqualTo("orange");
    }

    @Test
    void counts_what_is_broken() throws IOException {
        RunResult result = SampleRun.broken(3, 10);
        assertThat(badge(result).path("message").textValue())
                .isEqualTo("1 broken, " + result.judgedRequirements() + " of "
                        + result.requirements().size() + " judged");
        assertThat(badge(result).path("color").textValue()).isEqualTo("red");
    }

    static JsonNode badge(RunResult result) throws IOException {
        return new ObjectMapper().readTree(text(result));
    }

    private static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        BadgeReport.write(result, out);
        return out.toString();
    }
}
