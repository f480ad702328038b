package org.bitsconformance.report.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.report.Xml;
import org.bitsconformance.report.document.ReportDocumentTests;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXParseException;

class JUnitReportTests {

    @ParameterizedTest
    @MethodSource("samples")
    void is_valid(RunResult result) throws Exception {
        validate(text(result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<testsuites><suite/></testsuites>",
                "<testsuites><testsuite name='a' tests='1' failures='0'/></testsuites>",
                "<testsuites><testsuite name='a' tests='many' failures='0' errors='0'/></testsuites>",
                "<testsuites><testsuite name='a' tests='1' failures='0' errors='0'>"
                        + "<testcase name='b' classname='c' time='1,5'/></testsuite></testsuites>",
                "<testsuites><testsuite name='a' tests='1' failures='0' errors='0'><testcase name='b' classname='c'"
                        + " time='1'><failed message='m'/></testcase></testsuite></testsuites>"
            })
    void schema_refuses_what_no_reader_accepts(String report) {
        assertThatThrownBy(() -> validate(report)).isInstanceOf(SAXParseException.class);
    }

    static Stream<RunResult> samples() {
        return ReportDocumentTests.samples();
    }

    @Test
    void has_a_suite_of_cases_and_a_suite_of_requirements() throws Exception {
        Document report = Xml.parse(text(SampleRun.conformant()));
        List<Element> suites = Xml.elements(report, "testsuite");
        assertThat(suites).extracting(suite -> suite.getAttribute("name")).containsExactly("cases", "requirements");
        assertThat(suites).extracting(suite -> suite.getAttribute("timestamp")).containsOnly("2026-03-01T09:30:00");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void counts_what_it_lists(RunResult result) throws Exception {
        Document report = Xml.parse(text(result));
        for (Element suite : Xml.elements(report, "testsuite")) {
            assertThat(count(suite, "tests"))
                    .isEqualTo(Xml.elements(suite, "testcase").size());
            assertThat(count(suite, "failures"))
                    .isEqualTo(Xml.elements(suite, "failure").size());
            assertThat(count(suite, "errors"))
                    .isEqualTo(Xml.elements(suite, "error").size());
            assertThat(count(suite, "skipped"))
                    .isEqualTo(Xml.elements(suite, "skipped").size());
        }
        Element all = report.getDocumentElement();
        assertThat(count(all, "tests")).isEqualTo(Xml.elements(all, "testcase").size());
        assertThat(count(all, "failures"))
                .isEqualTo(Xml.elements(all, "failure").size());
        assertThat(count(all, "errors")).isEqualTo(Xml.elements(all, "error").size());
    }

    @Test
    void fail_and_unstable_are_failures() throws Exception {
        assertThat(child("fragments.four-in-order").getTagName()).isEqualTo("failure");
        assertThat(child("fragments.four-in-order").getAttribute("type")).isEqualTo("fail");
        assertThat(child("cancel-session.after-two").getTagName()).isEqualTo("failure");
        assertThat(child("cancel-session.after-two").getAttribute("type")).isEqualTo("unstable");
    }

    @Test
    void incomplete_is_an_error() throws Exception {
        assertThat(child("unknown-session.ping").getTagName()).isEqualTo("error");
        assertThat(child("unknown-session.ping").getAttribute("message")).startsWith("no session id was given");
    }

    @Test
    void skip_is_skipped() throws Exception {
        assertThat(child("delivery.large").getTagName()).isEqualTo("skipped");
        assertThat(child("delivery.large").getAttribute("message")).startsWith("the target's limit is 1 MiB");
    }

    @Test
    void warn_and_info_pass_with_a_note() throws Exception {
        assertThat(child("closed-session.late-fragment").getTagName()).isEqualTo("system-out");
        assertThat(child("closed-session.late-fragment").getTextContent()).startsWith("warn: The answer is not as");
        assertThat(child("fragments.overlap").getTextContent()).startsWith("info: The answer is not as");
    }

    @Test
    void known_passes_with_a_note_that_says_why() throws Exception {
        assertThat(child("close-session.after-two").getTagName()).isEqualTo("system-out");
        assertThat(child("close-session.after-two").getTextContent())
                .startsWith("known: The answer is not as it was expected. Known: tolerated for now (baseline.yaml:2)");
    }

    @Test
    void a_failure_names_the_cause_that_explains_it() throws Exception {
        String report = text(SampleRun.withCauses(""));
        assertThat(report)
                .contains(
                        "message=\"The answer is not as it was expected. Cause: blanks-kept: Header values are compared"
                                + " with the blanks around them.\"")
                .contains("cause:       blanks-kept: Header values")
                .contains("look at:     Trim header values.")
                .contains("message=\"The answer is not as it was expected.\"");
    }

    @Test
    void pass_has_nothing_to_say() throws Exception {
        assertThat(Xml.elements(testCase("ping.plain", ""), "*")).isEmpty();
        assertThat(testCase("ping.plain", "").getAttribute("classname")).isEqualTo("ping");
        assertThat(testCase("ping.plain", "").getAttribute("time")).isEqualTo("0.012345");
    }

    @Test
    void failure_says_what_a_reader_needs() throws Exception {
        assertThat(child("answer.packet-type").getTextContent())
                .contains("requirement: answer.packet-type (MUST)")
                .contains("statement:   An answer carries BITS-Packet-Type with the value Ack.")
                .contains("written in:  MC-BUP 2.2.1; ")
                .contains("case:        create-session.mixed-case")
                .contains("exchange:    x3")
                .contains("expected:    BITS-Packet-Type: Ack")
                .contains("actual:      BITS-Packet-Type: Nack")
                .contains("look at:     The spelling of the header");
    }

    @Test
    void shows_text_from_the_server_visibly() throws Exception {
        Element testCase = testCase("fragments.four-in-order", SampleRun.HOSTILE);
        assertThat(testCase.getTextContent())
                .contains("<script>alert(1)</script> ]]> --> \"'& ${7*7} <#stop> \\x00\\x1B[31m\\x85 ")
                .contains("\\u202Edlrow\\u2066\\u200B\\uFEFF\\uFFFE \\uD800 \\u{10FFFF} 😀é\\x0D\nX-Split: yes");
        Element failure = Xml.elements(testCase, "failure").get(0);
        assertThat(failure.getAttribute("message")).contains("\\uD800 \\u{10FFFF} 😀é X-Split: yes");
    }

    private static Element child(String name) throws Exception {
        return Xml.elements(testCase(name, ""), "*").get(0);
    }

    private static Element testCase(String name, String fromServer) throws Exception {
        return Xml.elements(Xml.parse(text(SampleRun.everyVerdict(fromServer))), "testcase").stream()
                .filter(one -> one.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int count(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static void validate(String report) throws Exception {
        SchemaFactory schemas = SchemaFactory.newDefaultInstance();
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        Validator validator = schemas.newSchema(JUnitReportTests.class.getResource("/schema/junit.xsd"))
                .newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.validate(new StreamSource(new StringReader(report)));
    }

    static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        JUnitReport.write(result, out);
        return out.toString();
    }
}
