package org.bitsconformance.report.junit;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bitsconformance.report.junit.JUnitCase.Outcome;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/** Writes {@code junit.xml} for CI systems: one suite for the cases, one for the requirements, one for the baseline. */
public final class JUnitReport {

    private static final int LONGEST_MESSAGE = 500;

    private final XMLStreamWriter xml;
    private final String startedAt;

    private JUnitReport(XMLStreamWriter xml, String startedAt) {
        this.xml = xml;
        this.startedAt = startedAt;
    }

    public static void write(RunResult result, Writer out) throws IOException {
        String startedAt = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                result.header().origin().startedAt().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitReport(xml, startedAt).write(result);
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("cannot write junit.xml", e);
        }
    }

    private void write(RunResult result) throws XMLStreamException {
        Map<String, RequirementResult> byId = result.requirements().stream()
                .collect(Collectors.toMap(one -> one.requirement().id(), Function.identity()));
        Map<String, List<JUnitCase>> suites = new LinkedHashMap<>();
        suites.put(
                "cases",
                result.cases().stream()
                        .map(one -> JUnitCase.of(one, result, byId))
                        .toList());
        suites.put(
                "requirements",
                result.requirements().stream()
                        .map(one -> JUnitCase.of(one, result))
                        .toList());
        if (!result.baseline().isEmpty()) {
            suites.put("baseline", result.baseline().stream().map(JUnitCase::of).toList());
        }
        List<JUnitCase> all = suites.values().stream().flatMap(List::stream).toList();
        xml.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        attribute("name", name(result));
        attribute("tests", String.valueOf(all.size()));
        attribute("failures", String.valueOf(count(all, Outcome.FAILURE)));
        attribute("errors", String.valueOf(count(all, Outcome.ERROR)));
        attribute("time", seconds(result.run().durationMillis() * 1000));
        for (Map.Entry<String, List<JUnitCase>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        end(0);
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    /** A shard has its own name, so that CI systems keep its tests apart from those of other shards. */
    private static String name(RunResult result) {
        String suite = result.header().origin().suite();
        return result.header()
                .cases()
                .shard()
                .map(shard -> suite + " shard " + shard)
                .orElse(suite);
    }

    private void suite(String name, List<JUnitCase> cases) throws XMLStreamException {
        start(1, "testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", String.valueOf(count(cases, Outcome.FAILURE)));
        attribute("errors", String.valueOf(count(cases, Outcome.ERROR)));
        attribute("skipped", String.valueOf(count(cases, Outcome.SKIPPED)));
        attribute("time", seconds(cases.stream().mapToLong(JUnitCase::micros).sum()));
        attribute("timestamp", startedAt);
        for (JUnitCase one : cases) {
            testCase(one);
        }
        end(1);
    }

    private void testCase(JUnitCase one) throws XMLStreamException {
        start(2, "testcase");
        attribute("classname", one.group());
        attribute("name", one.name());
        attribute("time", seconds(one.micros()));
        switch (one.outcome()) {
            case FAILURE -> verdict("failure", one);
            case ERROR -> verdict("error", one);
            case SKIPPED -> skipped(one);
            case PASSED -> note(one);
        }
        end(2);
    }

    private void verdict(String element, JUnitCase one) throws XMLStreamException {
        start(3, element);
        attribute("message", message(one));
        attribute("type", one.verdict().word());
        xml.writeCharacters(Printable.of(one.text()));
        xml.writeEndElement();
    }

    private void skipped(JUnitCase one) throws XMLStreamException {
        start(3, "skipped");
        attribute("message", message(one));
        xml.writeEndElement();
    }

    private void note(JUnitCase one) throws XMLStreamException {
        if (one.verdict() != Verdict.PASS || !one.text().isEmpty()) {
            start(3, "system-out");
            String lead = one.verdict() == Verdict.PASS ? "" : one.verdict().word() + ": " + message(one) + "\n";
            xml.writeCharacters(Printable.of(lead + one.text()));
            xml.writeEndElement();
        }
    }

    private void start(int depth, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private static String message(JUnitCase one) {
        return Printable.cut(one.message(), LONGEST_MESSAGE);
    }

    private static long count(List<JUnitCase> cases, Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }
}
