package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.html.HtmlReport;
import org.bitsconformance.report.html.SummaryReport;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a reader should know about a target before its verdict is at the top of each report, as text. */
class NoticesTests {

    private static final String NOTICE = "the target sets the cookie c";

    private final RunResult noted = SampleRun.everyVerdict("");

    @Test
    void head_of_the_page_has_them() throws Exception {
        StringWriter out = new StringWriter();
        HtmlReport.write(ReportDocument.of(noted), noted, Path.of("run"), out);
        Document page = Xml.parse(out.toString());
        Element header = Xml.elements(page, "header").get(0);

        assertThat(header.getTextContent()).contains("Note: " + NOTICE + ".");
        assertThat(out.toString().indexOf(NOTICE)).isLessThan(out.toString().indexOf("<main"));
    }

    @Test
    void document_and_summary_have_them() throws IOException {
        StringWriter json = new StringWriter();
        AsciiJson.write(ReportDocument.of(noted), json);
        StringWriter summary = new StringWriter();
        SummaryReport.write(ReportDocument.of(noted), noted, summary);

        assertThat(new ObjectMapper().readTree(json.toString()).at("/notices/0").textValue())
                .isEqualTo(NOTICE);
        assertThat(summary.toString()).containsSubsequence("Note: `" + NOTICE + "`", "| verdict |");
    }

    @Test
    void without_any_nothing_is_said() throws IOException {
        StringWriter json = new StringWriter();
        AsciiJson.write(ReportDocument.of(SampleRun.conformant()), json);
        StringWriter summary = new StringWriter();
        SummaryReport.write(ReportDocument.of(SampleRun.conformant()), SampleRun.conformant(), summary);

        assertThat(new ObjectMapper().readTree(json.toString()).path("notices")).isEmpty();
        assertThat(summary.toString()).doesNotContain("Note:");
    }
}
