package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.Xml;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.html.HtmlBroken.HowTo;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtmlBrokenTests {

    @Test
    void broken_requirement_has_its_deciding_lines_marked() throws Exception {
        Element entry = HtmlReportTests.byId(SampleRun.everyVerdict(""), "broken-answer.packet-type");
        assertThat(Xml.elements(entry, "mark"))
                .singleElement()
                .extracting(Element::getTextContent)
                .isEqualTo("BITS-Packet-Type: Nack");
    }

    @Test
    void broken_requirement_tells_how_to_reproduce_it() throws Exception {
        assertThat(HtmlReportTests.byId(SampleRun.everyVerdict(""), "broken-answer.packet-type")
                        .getTextContent())
                .contains("How to reproduce", "./bits-conformance reproduce reports/run answer.packet-type");
    }

    @Test
    void folder_that_a_shell_would_split_is_quoted() {
        assertThat(page("it's a run").broken().get(0).reproduction().command())
                .startsWith("./bits-conformance reproduce 'it'\\''s a run' ");
    }

    @Test
    void first_screen_has_a_line_that_links_each_broken_requirement() throws Exception {
        Element glance = HtmlReportTests.byId(SampleRun.everyVerdict(""), "glance");
        assertThat(Xml.elements(glance, "li").stream().map(Element::getTextContent))
                .anySatisfy(line -> assertThat(line)
                        .contains("fail answer.packet-type")
                        .contains("BITS-Packet-Type: Ack → BITS-Packet-Type: Nack")
                        .endsWith("broken 2 of 2"));
        assertThat(Xml.elements(glance, "a").stream().map(link -> link.getAttribute("href")))
                .contains("#broken-answer.packet-type");
    }

    @Test
    void first_screen_has_causes_first_and_what_they_explain_under_them() throws Exception {
        Element glance = HtmlReportTests.byId(SampleRun.withCauses(""), "glance");
        List<String> lines =
                Xml.elements(glance, "li").stream().map(Element::getTextContent).toList();
        assertThat(lines.get(0))
                .contains("cause header-misspelt", "A documented header is misspelt.", "explains 2 requirements");
        assertThat(lines).noneMatch(line -> line.contains("answer.packet-type"));
    }

    @Test
    void script_that_reproduces_it_is_shown_line_by_line_and_escaped() throws Exception {
        String script = "#!/bin/sh\nprintf '%s' \"<b>&\"\n\tcurl -X BITS_POST \u202E\n";
        StringWriter out = new StringWriter();
        HtmlReport.write(withScript(page("run"), script), out);
        Element details = Xml.elements(Xml.parse(out.toString()), "details").stream()
                .filter(one -> one.getTextContent().contains("reproduce/"))
                .findFirst()
                .orElseThrow();
        assertThat(details.getTextContent()).contains(".sh", "Copy");
        assertThat(Xml.elements(details, "pre").get(0).getTextContent()).isEqualTo(script.replace("\u202E", "\\u202E"));
    }

    private static HtmlPage page(String folder) {
        RunResult result = SampleRun.everyVerdict("");
        return HtmlPage.of(ReportDocument.of(result), result, Optional.empty(), Path.of(folder));
    }

    private static HtmlPage withScript(HtmlPage page, String script) {
        List<HtmlBroken> broken = page.broken().stream()
                .map(one -> new HtmlBroken(
                        one.entry(),
                        one.shown(),
                        one.inPassing(),
                        one.exchange(),
                        one.lookAt(),
                        new HowTo(
                                one.reproduction().command(), one.reproduction().script(), script),
                        one.otherCases()))
                .toList();
        return new HtmlPage(page.report(), page.result(), broken, page.scenarios(), page.causes(), page.machine());
    }
}
