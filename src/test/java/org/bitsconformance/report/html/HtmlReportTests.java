package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.Xml;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.document.ReportDocumentTests;
import org.bitsconformance.requirement.Status;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTests {

    @ParameterizedTest
    @MethodSource("samples")
    void is_well_formed(RunResult result) throws Exception {
        assertThat(Xml.parse(text(result)).getDocumentElement().getTagName()).isEqualTo("html");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void loads_nothing(RunResult result) throws Exception {
        String html = text(result);
        Document page = Xml.parse(html);
        assertThat(Stream.of("link", "img", "iframe", "object", "embed", "form", "base")
                        .flatMap(name -> Xml.elements(page, name).stream()))
                .isEmpty();
        assertThat(Xml.elements(page, "*"))
                .noneMatch(element -> element.hasAttribute("src") || element.hasAttribute("style"));
        assertThat(Xml.elements(page, "style").get(0).getTextContent()).doesNotContain("@import", "url(");
        assertThat(html).contains("default-src 'none'");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void runs_nothing_but_its_own_script(RunResult result) throws Exception {
        Document page = Xml.parse(text(result));
        Element policy = Xml.elements(page, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.getAttribute("content"))
                .isEqualTo("default-src 'none'; style-src '" + hashOfOnly(page, "style") + "'; script-src '"
                        + hashOfOnly(page, "script") + "'; base-uri 'none'; form-action 'none'");
        assertThat(Xml.elements(page, "*")).allSatisfy(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
    }

    private static String hashOfOnly(Document page, String name) throws NoSuchAlgorithmException {
        assertThat(Xml.elements(page, name)).hasSize(1);
        String text = Xml.elements(page, name).get(0).getTextContent();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void links_lead_somewhere(RunResult result) throws Exception {
        Document page = Xml.parse(text(result));
        List<String> ids = Xml.elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Xml.elements(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .allSatisfy(href -> {
                    if (href.startsWith("#")) {
                        assertThat(ids).contains(URLDecoder.decode(href.substring(1), StandardCharsets.UTF_8));
                    } else {
                        assertThat(href)
                                .startsWith("https://")
                                .containsAnyOf("//learn.microsoft.com/", "//tracker.example/");
                    }
                });
    }

    static Stream<RunResult> samples() {
        return ReportDocumentTests.samples();
    }

    @Test
    void shows_text_from_the_server_as_text() throws Exception {
        String html = text(SampleRun.everyVerdict(SampleRun.HOSTILE));
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html)
                .doesNotContain("<script>alert", "<#stop", "]]>", "49 &lt;#stop")
                .doesNotContain("\u0000", "\u001B", "\u0085", "\u202E", "\u2066", "\u200B", "\uFEFF", "\uFFFE", "\r");
        assertThat(Xml.parse(html).getDocumentElement().getTextContent())
                .contains("BITS-Packet-Type: Nack<script>alert(1)</script> ]]> --> \"'& ${7*7} <#stop> \\x00\\x1B[31m")
                .contains("\\u202Edlrow\\u2066\\u200B\\uFEFF\\uFFFE \\uD800 \\u{10FFFF} 😀é\\x0D\nX-Split: yes");
    }

    @Test
    void tables_have_captions_and_scopes() throws Exception {
        Document page = Xml.parse(text(SampleRun.everyVerdict("")));
        assertThat(Xml.elements(page, "table"))
                .hasSize(11)
                .allSatisfy(table -> assertThat(Xml.elements(table, "caption")).hasSize(1));
        assertThat(Xml.elements(page, "th")).allMatch(cell -> cell.hasAttribute("scope"));
    }

    @Test
    void shows_what_is_known_about_what_is_left_to_the_server() throws Exception {
        Document page = Xml.parse(text(SampleRun.everyVerdict("")));
        assertThat(Xml.elements(page, "section"))
                .filteredOn(section -> section.getAttribute("id").equals("capabilities"))
                .singleElement()
                .extracting(section -> section.getTextContent())
                .asString()
                .contains("maxUpload", "no limit", "overwrite", "not declared", "assumed", "probed");
    }

    @Test
    void says_what_was_sent_and_what_came_back() throws Exception {
        assertThat(Xml.parse(text(SampleRun.conformant())).getDocumentElement().getTextContent())
                .contains("1,559 requests, 7,019,422 bytes sent, 6,028,909 bytes received");
    }

    @Test
    void opens_with_the_verdict() throws Exception {
        assertThat(headline(SampleRun.everyVerdict(""))).matches("Nonconformant: 3 of \\d+ requirements broken");
        assertThat(headline(SampleRun.untestable("down"))).isEqualTo("Incomplete: the target could not be tested");
        assertThat(text(SampleRun.untestable("nobody listens there"))).contains("nobody listens there</p>");
        assertThat(text(SampleRun.everyVerdict(""))).contains("delivery not judged.</p>");
    }

    @Test
    void broken_requirement_comes_with_its_exchange() throws Exception {
        Element entry = byId(SampleRun.everyVerdict(""), "broken-answer.packet-type");
        assertThat(entry.getTextContent())
                .contains("An answer carries BITS-Packet-Type with the value Ack.")
                .contains("MC-BUP 2.2.1.2 (MUST)")
                .contains("Judged 2 times, broken 2 times.")
                .contains("BITS-Packet-Type: Ack", "BITS-Packet-Type: Nack")
                .contains("BITS_POST /files/upload-17 HTTP/1.1")
                .contains("a\\x01b\\x1Bc\\xC3\\xA9d7f\\x00g")
                .contains("HTTP/1.1 500 Internal Server Error")
                .contains("What to look at: The spelling of the header")
                .contains("Also in fragments.four-in-order");
    }

    @Test
    void begins_with_the_causes() throws Exception {
        Document page = Xml.parse(text(SampleRun.withCauses("")));
        assertThat(Xml.elements(page, "section").stream().map(one -> one.getAttribute("id")))
                .startsWith("glance", "causes");
        Element cause = byId(SampleRun.withCauses(""), "cause-header-misspelt");
        assertThat(cause.getTextContent().replaceAll("\\s+", " "))
                .contains(
                        "A documented header is misspelt. What to change: Write BITS-Packet-Type as the documents do."
                                + " Explains 2 requirements: answer.packet-type, fragment.received-range.value. Shown by",
                        "and 2 exchanges more");
        assertThat(Xml.elements(cause, "a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("#requirement-answer.packet-type", "#exchange-x3", "#case-create-session.mixed-case");
        assertThat(byId(SampleRun.conformant(), "counts").getTextContent()).isNotEmpty();
        assertThat(text(SampleRun.conformant())).doesNotContain("id=\"causes\"");
    }

    @Test
    void what_is_broken_opens_with_what_was_found() throws Exception {
        Element entry = byId(SampleRun.withCauses(""), "broken-answer.packet-type");
        assertThat(entry.getTextContent().replaceAll("\\s+", " "))
                .containsSubsequence(
                        "The answer is not as it was expected.",
                        "Expected",
                        "Actual",
                        "MUST An answer carries BITS-Packet-Type",
                        "Written in MC-BUP 2.2.1 (MUST), ",
                        " more: explain answer.packet-type. Judged 2 times",
                        "Explained by header-misspelt, blanks-kept.",
                        "seen in case create-session.mixed-case, which tests something else");
        assertThat(byId(SampleRun.withCauses(""), "broken-create-session.status")
                        .getTextContent())
                .contains("What to look at: Trim header values.", "of case create-session.blanks");
    }

    @Test
    void what_blocks_most_comes_first() throws Exception {
        List<String> ids = Xml.elements(byId(SampleRun.withCauses(""), "broken"), "article").stream()
                .map(article -> article.getAttribute("id"))
                .toList();
        assertThat(ids)
                .startsWith("broken-create-session.status", "broken-fragment.received-range.value")
                .containsSubsequence(
                        "broken-answer.packet-type", "broken-header.too-long", "broken-closed-session.fragment");
    }

    @Test
    void requirements_are_counted_by_level() throws Exception {
        RunResult result = SampleRun.everyVerdict("");
        Element levels = Xml.elements(byId(result, "counts"), "table").get(1);
        List<Element> rows = Xml.elements(levels, "tr");
        assertThat(rows.get(0).getTextContent()).isEqualTo("VerdictMUSTSTATEDSHOULDMAY");
        int sum = 0;
        for (Element row : rows.subList(1, rows.size() - 1)) {
            sum += Xml.elements(row, "td").stream()
                    .mapToInt(cell -> Integer.parseInt(cell.getTextContent()))
                    .sum();
        }
        assertThat(sum).isEqualTo(result.requirements().size());
        assertThat(rows.get(1).getTextContent()).matches("fail\\d+\\d+00");
    }

    @Test
    void slowest_come_first() throws Exception {
        Element timing = byId(SampleRun.everyVerdict(""), "timing");
        assertThat(timing.getTextContent()).contains("answers to packets that are judged", "the slowest 4.2 s");
        assertThat(Xml.elements(Xml.elements(timing, "tbody").get(1), "tr")
                        .get(0)
                        .getTextContent())
                .contains("cancel-session.after-two", "4.2 s");
    }

    @Test
    void case_shows_what_was_only_seen_in_passing() throws Exception {
        assertThat(byId(SampleRun.everyVerdict(""), "case-create-session.mixed-case")
                        .getTextContent())
                .contains("answer.packet-type in exchange x3, seen in passing");
        assertThat(byId(SampleRun.everyVerdict(""), "case-cancel-session.after-two")
                        .getTextContent())
                .doesNotContain("seen in passing");
    }

    @Test
    void case_that_was_driven_again_shows_both_drives() throws Exception {
        assertThat(byId(SampleRun.everyVerdict(""), "case-cancel-session.after-two")
                        .getTextContent())
                .containsSubsequence(
                        "Unstable: the case was driven 2 times",
                        "At first: fail",
                        "Driven again, on a fresh session: pass");
        assertThat(byId(SampleRun.everyVerdict(""), "case-ping.plain").getTextContent())
                .doesNotContain("At first");
    }

    @Test
    void answers_near_the_time_limit_are_counted() throws Exception {
        assertThat(text(SampleRun.everyVerdict("")))
                .contains("1 took over half of the limit of 5.0 s; the slowest 4.2 s")
                .contains("of cancel-session.after-two)");
        assertThat(text(SampleRun.conformant())).doesNotContain("Slow answers");
    }

    @Test
    void says_what_was_not_judged_and_why() throws Exception {
        assertThat(byId(SampleRun.everyVerdict(""), "unjudged").getTextContent())
                .contains("the target's limit is 1 MiB", "no session id was given", "no case of the plan led to it");
    }

    @Test
    void says_how_much_of_the_catalogue_is_judged() throws Exception {
        RunResult result = SampleRun.everyVerdict("");
        assertThat(byId(result, "requirements").getTextContent())
                .contains("The catalogue has ", result.documents().catalogue().get(Status.TESTED) + " tested, ");
    }

    @Test
    void size_is_bounded() throws IOException {
        String html = text(SampleRun.broken(2_000, 2_500));
        assertThat(html.length()).isLessThan(2 * PageBudget.OF_A_PAGE);
        assertThat(html.contains("the record in transcript/ has it")).isTrue();
    }

    @Test
    void long_values_are_cut() throws IOException {
        String html = text(SampleRun.everyVerdict("x".repeat(100_000)));
        assertThat(html.length()).isLessThan(500_000);
        assertThat(html).contains("(cut: 100,022 characters)", "(cut: 100,019 bytes)", "more bytes of 100,070");
    }

    private static String headline(RunResult result) throws Exception {
        return Xml.elements(Xml.parse(text(result)), "h1").get(0).getTextContent();
    }

    static Element byId(RunResult result, String id) throws Exception {
        return Xml.elements(Xml.parse(text(result)), "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(ReportDocument.of(result), result, Path.of("reports", "run"), out);
        return out.toString();
    }
}
