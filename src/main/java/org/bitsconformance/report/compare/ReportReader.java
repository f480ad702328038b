package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.http.Excerpt;

/** Reads a {@code report.json}. Texts are cut at {@link #LONGEST_TEXT} characters. */
final class ReportReader {

    static final int LONGEST_TEXT = 2_000;

    private static final int VERSION = ReportDocument.VERSION;
    private static final long LARGEST_FILE = 64L << 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Texts without which a report cannot be compared. */
    private static final List<String> TEXTS =
            List.of("/target/url", "/suite/name", "/plan", "/dialect/asked", "/dialect/observed", "/startedAt");

    /** Missing values are empty; so are values in a form that this version does not know. */
    private static final JsonMapper TO_DOCUMENT = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addDeserializer(String.class, new CutText()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(String.class, ReportReader::emptyWhereMissing)
            .withConfigOverride(List.class, ReportReader::emptyWhereMissing)
            .withConfigOverride(Map.class, ReportReader::emptyWhereMissing)
            .addHandler(new UnknownForm())
            .build();

    private final Path folder;
    private final Path file;

    private static void emptyWhereMissing(MutableConfigOverride type) {
        type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

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
        for (String text : TEXTS) {
            checkText(report, text);
        }
        checkOneOf(report, "", "/verdict", RunVerdict.values());
        checkRequirements(list(report, "/requirements"));
        checkIds(list(report, "/dialect/rows"), "dialect.rows", "id");
        checkIds(report.path("capabilities"), "capabilities", "name");
        try {
            return new ReportedRun(named(), TO_DOCUMENT.treeToValue(report, ReportDocument.class));
        } catch (JsonProcessingException e) {
            throw wrong("is no report: " + Excerpt.of(e.getOriginalMessage()));
        }
    }

    /** One name for the same folder, however it was written. */
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
            JsonNode tree = TO_DOCUMENT.readTree(file.toFile());
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

    private void checkRequirements(JsonNode list) throws UnreadableReportException {
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            String at = "requirements[" + i + "]";
            checkId(one, at, "id");
            checkOneOf(one, at, "/verdict", Verdict.values());
            checkCount(one, at, "judged");
            checkCount(one, at, "broken");
        }
    }

    private void checkIds(JsonNode list, String name, String key) throws UnreadableReportException {
        for (int i = 0; i < list.size(); i++) {
            checkId(list.path(i), name + "[" + i + "]", key);
        }
    }

    private void checkId(JsonNode one, String at, String key) throws UnreadableReportException {
        if (!ID.matcher(one.path(key).asText()).matches()) {
            throw wrong(at + "." + key + " must be an id, not " + shown(one.path(key)));
        }
    }

    private void checkCount(JsonNode one, String at, String key) throws UnreadableReportException {
        JsonNode count = one.path(key);
        if (!count.isInt() || count.intValue() < 0) {
            throw wrong(at + "." + key + " must be a number from 0 on, not " + shown(count));
        }
    }

    private void checkOneOf(JsonNode one, String at, String pointer, Enum<?>[] values)
            throws UnreadableReportException {
        String word = one.at(pointer).asText();
        if (Arrays.stream(values).map(ReportReader::word).noneMatch(word::equals)) {
            throw wrong((at + pointer.replace('/', '.')).replaceFirst("^\\.", "") + " must be one of "
                    + Arrays.stream(values).map(ReportReader::word).collect(Collectors.joining(", ")) + ", not "
                    + shown(one.at(pointer)));
        }
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

    private void checkText(JsonNode report, String pointer) throws UnreadableReportException {
        JsonNode text = report.at(pointer);
        if (!text.isTextual() || text.textValue().isEmpty()) {
            throw wrong(pointer.substring(1).replace('/', '.') + " must be a text, not " + shown(text));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : Excerpt.of(node.toString());
    }

    private UnreadableReportException wrong(String what) {
        return new UnreadableReportException(file + ": " + what);
    }

    /** Accepts any value that is text, or can be written as text. */
    private static final class CutText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        CutText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
            parser.skipChildren();
            return Printable.cut(text, LONGEST_TEXT);
        }

        @Override
        public String getEmptyValue(DeserializationContext context) {
            return "";
        }
    }
}
