package org.bitsconformance.report.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.report.compare.ReportedRun.Entry;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.http.Excerpt;

/** Reads a {@code report.json}. Texts are cut at {@link #LONGEST_TEXT} characters. */
final class ReportReader {

    static final int LONGEST_TEXT = 2_000;

    private static final int VERSION = 1;
    private static final long LARGEST_FILE = 64L << 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Path folder;
    private final Path file;

    ReportReader(Path folder) {
        this.folder = folder;
        file = Files.isRegularFile(folder) ? folder : folder.resolve("report.json");
    }

    ReportedRun read() throws UnreadableReportException {
        JsonNode report = tree();
        JsonNode version = report.path("schemaVersion");
        if (!version.isInt() || version.intValue() != VERSION) {
            throw wrong("schemaVersion must be " + VERSION + ", not " + shown(version));
        }
        return new ReportedRun(
                named(),
                text(report, "/target/url"),
                Optional.of(optional(report, "/target/server")).filter(server -> !server.isEmpty()),
                (text(report, "/suite/name") + " " + optional(report, "/suite/version")).strip(),
                text(report, "/plan"),
                text(report, "/dialect/asked"),
                text(report, "/dialect/observed"),
                text(report, "/startedAt"),
                oneOf(report, "", "/verdict", RunVerdict.values()).word(),
                optional(report, "/reason"),
                requirements(list(report, "/requirements")),
                entries(list(report, "/dialect/rows"), "dialect.rows", "id", "topic", "follows"),
                entries(report.path("capabilities"), "capabilities", "name", "", "value"));
    }

    /** The same folder has one name, however it was written. */
    private String named() {
        Path run = Files.isRegularFile(folder) ? folder.toAbsolutePath().getParent() : folder;
        Path there = Path.of("").toAbsolutePath();
        Path whole = run.toAbsolutePath().normalize();
        return whole.startsWith(there) && !whole.equals(there)
                ? there.relativize(whole).toString()
                : whole.toString();
    }

    private JsonNode tree() throws UnreadableReportException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableReportException(
                    Files.isDirectory(folder)
                            ? folder + " is not the folder of a run: it has no report.json"
                            : folder + ": no such folder; give the folder of a run, with its report.json");
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw wrong("is larger than 64 MiB");
            }
            JsonNode tree = new ObjectMapper().readTree(file.toFile());
            if (!tree.isObject()) {
                throw wrong("is no report: it must be a JSON object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw wrong("is not JSON" + place);
        } catch (IOException e) {
            throw wrong("cannot be read: " + e.getMessage());
        }
    }

    private Map<String, ReportedRequirement> requirements(JsonNode list) throws UnreadableReportException {
        Map<String, ReportedRequirement> requirements = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            String at = "requirements[" + i + "]";
            String id = id(one, at, "id");
            JsonNode first = firstBroken(one);
            requirements.put(
                    id,
                    new ReportedRequirement(
                            id,
                            optional(one, "/level"),
                            optional(one, "/statement"),
                            oneOf(one, at, "/verdict", Verdict.values()),
                            optional(one, "/reason"),
                            count(one, at, "judged"),
                            count(one, at, "broken"),
                            optional(first, "/expected"),
                            optional(first, "/actual"),
                            optional(first, "/message"),
                            optional(first, "/case")));
        }
        return requirements;
    }

    /** Findings are listed worst first; those that are incomplete or open break nothing. */
    private static JsonNode firstBroken(JsonNode requirement) {
        for (JsonNode finding : requirement.path("findings")) {
            switch (finding.path("verdict").asText()) {
                case "fail", "unstable", "warn", "known" -> {
                    return finding;
                }
                default -> {}
            }
        }
        return requirement.path("");
    }

    private Map<String, Entry> entries(JsonNode list, String name, String key, String title, String value)
            throws UnreadableReportException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            entries.put(
                    id(one, name + "[" + i + "]", key),
                    new Entry(optional(one, "/" + title), optional(one, "/" + value)));
        }
        return entries;
    }

    private String id(JsonNode one, String at, String key) throws UnreadableReportException {
        String id = one.path(key).asText();
        if (!ID.matcher(id).matches()) {
            throw wrong(at + "." + key + " must be an id, not " + shown(one.path(key)));
        }
        return id;
    }

    private int count(JsonNode one, String at, String key) throws UnreadableReportException {
        JsonNode count = one.path(key);
        if (!count.isInt() || count.intValue() < 0) {
            throw wrong(at + "." + key + " must be a number from 0 on, not " + shown(count));
        }
        return count.intValue();
    }

    private <T extends Enum<T>> T oneOf(JsonNode one, String at, String pointer, T[] values)
            throws UnreadableReportException {
        String word = one.at(pointer).asText();
        for (T value : values) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        throw wrong((at + pointer.replace('/', '.')).replaceFirst("^\\.", "") + " must be one of "
                + Arrays.stream(values).map(ReportReader::word).collect(Collectors.joining(", ")) + ", not "
                + shown(one.at(pointer)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode list(JsonNode report, String pointer) throws UnreadableReportException {
        JsonNode list = report.at(pointer);
        if (!list.isArray()) {
            throw wrong(pointer.substring(1).replace('/', '.') + " must be a list, not " + shown(list));
        }
        return list;
    }

    private String text(JsonNode report, String pointer) throws UnreadableReportException {
        JsonNode text = report.at(pointer);
        if (!text.isTextual() || text.textValue().isEmpty()) {
            throw wrong(pointer.substring(1).replace('/', '.') + " must be a text, not " + shown(text));
        }
        return optional(report, pointer);
    }

    private static String optional(JsonNode node, String pointer) {
        String text = pointer.equals("/") ? "" : node.at(pointer).asText("");
        return Printable.cut(text, LONGEST_TEXT);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : Excerpt.of(node.toString());
    }

    private UnreadableReportException wrong(String what) {
        return new UnreadableReportException(file + ": " + what);
    }
}
