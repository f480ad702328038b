package org.bitsconformance.report.har;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.bitsconformance.report.document.ReportHead.Product;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.transcript.RunHeader;

/**
 * Writes {@code run.har}: the exchanges of all cases in HAR 1.2, one after the other, for tools that show HTTP. A case is a
 * page. Names of fields that HAR does not know begin with {@code _}.
 */
public final class HarReport {

    private static final String VERSION = "1.2";

    private HarReport() {}

    private record Page(
            String startedDateTime,
            String id,
            String title,
            Map<String, Object> pageTimings,
            @JsonProperty("_scenario") String scenario,
            @JsonProperty("_verdict") String verdict) {}

    public static void write(RunResult result, Writer out) throws IOException {
        try (JsonGenerator json = AsciiJson.MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("log");
            json.writeStringField("version", VERSION);
            json.writePOJOField("creator", Product.of(result.header().origin().suite()));
            json.writeArrayFieldStart("pages");
            for (ScenarioResult scenario : result.scenarios()) {
                for (CaseResult one : scenario.cases()) {
                    line(json, page(one, scenario, result.header()));
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("entries");
            for (CaseResult one : result.cases()) {
                entries(one, result.header(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void entries(CaseResult one, RunHeader run, JsonGenerator json) throws IOException {
        for (int drive = 0; drive < one.drives().size(); drive++) {
            for (var exchange : one.drives().get(drive).exchanges()) {
                line(json, HarExchange.of(exchange, one.id(), drive + 1, run));
            }
        }
    }

    private static Page page(CaseResult one, ScenarioResult scenario, RunHeader run) {
        long started = one.exchanges().stream()
                .mapToLong(exchange -> exchange.timing().startedMicros())
                .min()
                .orElse(0);
        return new Page(
                HarExchange.moment(run, started),
                one.id(),
                one.id() + ": " + HarMessage.cut(scenario.title()),
                Map.of(),
                one.scenario(),
                one.verdict().word());
    }

    /** Writes each object on its own line, so that line-based tools can search the file. */
    private static void line(JsonGenerator json, Object one) throws IOException {
        json.writeRaw('\n');
        json.writePOJO(one);
    }
}
