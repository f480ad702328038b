package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files of a run, read as a user's scripts read them. */
record RunFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode report() {
        return json(folder.resolve("report.json"));
    }

    String verdict() {
        return report().path("verdict").asText();
    }

    /** Ids of the requirements that failed according to {@code report.json}. */
    List<String> failedInReport() {
        return StreamSupport.stream(report().path("requirements").spliterator(), false)
                .filter(requirement -> requirement.path("verdict").asText().equals("fail"))
                .map(requirement -> requirement.path("id").asText())
                .toList();
    }

    /** Names of the test cases in a suite of {@code junit.xml} that have this element. */
    List<String> inJUnit(String suite, String element) {
        NodeList cases = xml(folder.resolve("junit.xml")).getElementsByTagName("testcase");
        return Stream.iterate(0, i -> i < cases.getLength(), i -> i + 1)
                .map(i -> (Element) cases.item(i))
                .filter(one ->
                        ((Element) one.getParentNode()).getAttribute("name").equals(suite))
                .filter(one -> one.getElementsByTagName(element).getLength() > 0)
                .map(one -> one.getAttribute("name"))
                .toList();
    }

    /** Names of tests in Allure's results, with their statuses. */
    Map<String, String> allure() {
        Map<String, String> found = new TreeMap<>();
        files("allure-results")
                .filter(file -> file.toString().endsWith("-result.json"))
                .map(RunFolder::json)
                .forEach(result -> found.put(
                        result.path("name").asText(), result.path("status").asText()));
        return found;
    }

    /** What Allure's result of a case says about what crossed the wire. */
    String wireInAllure(String caseId) {
        JsonNode attachments = files("allure-results")
                .filter(file -> file.toString().endsWith("-result.json"))
                .map(RunFolder::json)
                .filter(result -> result.path("name").asText().equals(caseId))
                .findFirst()
                .orElseThrow()
                .path("attachments");
        assertThat(attachments).hasSize(1);
        return text(folder.resolve("allure-results")
                .resolve(attachments.get(0).path("source").asText()));
    }

    /** The text of every file, by its path. */
    Map<Path, String> texts() {
        Map<Path, String> found = new TreeMap<>();
        files("").forEach(file -> found.put(file, text(file)));
        return found;
    }

    private Stream<Path> files(String under) {
        try (Stream<Path> all = Files.walk(folder.resolve(under))) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of {@code report.html}, which is well-formed XML. */
    String page() {
        Path file = folder.resolve("report.html");
        assertThat(xml(file).getDocumentElement().getTagName()).isEqualTo("html");
        return text(file);
    }

    private static Document xml(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
