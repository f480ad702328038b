package org.bitsconformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read uses ordinary words: pages, data files, comments and messages. */
class PlainEnglishTests {

    /** A turn that makes readers stop, as a regular expression, and what to write instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("beside", "next to, besides, or in addition to"),
            Map.entry("(laid|lays?|laying) down", "specified"),
            Map.entry("how[ -]?manieth", "number N, from 1"),
            Map.entry("in (its|the|their) wake", "as a consequence"),
            Map.entry("of (its|their) own accord", "by itself, or unasked"),
            Map.entry("(lest|whatsoever|wherefore|whereby|thereby|therein|thereof|hereby)", "an ordinary word"),
            Map.entry("none the less", "still"),
            Map.entry("(put|puts) up with", "tolerate, or accept"),
            Map.entry("what (becomes|became|comes|came) of", "what happens to, or the result of"),
            Map.entry("held against", "compared with"),
            Map.entry("anew", "again"),
            Map.entry("in vain", "without success, or for nothing"),
            Map.entry("otherwise than", "differently from"),
            Map.entry("hears? of", "is told, or is notified"),
            Map.entry("(told|tells?|telling) of", "reports, or says about"),
            Map.entry("all the same", "still, or anyway"),
            Map.entry("(that|where) there is not", "that does not exist"),
            Map.entry("as it (stands|stood)", "unchanged, or as in"),
            Map.entry("makes? way", "is closed, or leaves room"),
            Map.entry("up to now", "so far"),
            Map.entry("(the|a) wish for", "asks for"));

    /** Any of them. */
    private static final Pattern ODD =
            Pattern.compile("\\b(" + String.join("|", INSTEAD.keySet()) + ")\\b", Pattern.CASE_INSENSITIVE);

    private static final Map<Pattern, String> BANNED = INSTEAD.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> Pattern.compile("\\b" + entry.getKey() + "\\b", Pattern.CASE_INSENSITIVE),
                    Map.Entry::getValue));

    /** Generated from data files that are read here, or the list itself. */
    private static final List<String> NOT_READ =
            List.of("docs/catalogue.md", "docs/matrix.md", "PlainEnglishTests.java");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(/\\*|\\*|//)");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\{@\\w+ [^}]*}");
    private static final Pattern KEY = Pattern.compile("\\bbeside: |^# beside ");

    @Test
    void pages_data_files_comments_and_messages_have_no_odd_turns() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path file : files()) {
            read++;
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String where = file + ":" + (i + 1) + ": ";
                complaints(prose(file, lines.get(i))).forEach(complaint -> found.add(where + complaint));
            }
        }
        assertThat(read).as("files that were read").isGreaterThan(900);
        assertThat(String.join("\n", found)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a proxy beside the server, \"beside\": write next to; besides; or in addition to",
        "as it is Laid down in 2.2, \"Laid down\": write specified",
    })
    void a_complaint_names_the_turn_and_what_to_write(String line, String complaint) {
        assertThat(complaints(line)).containsExactly(complaint.replace(";", ","));
    }

    private static List<String> complaints(String prose) {
        if (!ODD.matcher(prose).find()) {
            return List.of();
        }
        return BANNED.entrySet().stream()
                .flatMap(banned -> banned.getKey()
                        .matcher(prose)
                        .results()
                        .map(MatchResult::group)
                        .map(turn -> "\"" + turn + "\": write " + banned.getValue()))
                .toList();
    }

    /**
     * The part of a line that people read: in Java, comments and messages; in other files, everything except code and
     * keys.
     */
    private static String prose(Path file, String line) {
        if (!file.toString().endsWith(".java")) {
            return KEY.matcher(CODE.matcher(line).replaceAll("")).replaceAll("");
        }
        return COMMENT.matcher(line).find()
                ? CODE.matcher(line).replaceAll("").replaceAll("@param \\w+", "")
                : LITERAL.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .filter(literal -> literal.contains(" "))
                        .collect(Collectors.joining(" "));
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "testplans", "src/main/java", "src/main/resources", "src/test/java")) {
            files.addAll(below(Path.of(folder)));
        }
        files.removeIf(file -> NOT_READ.stream().anyMatch(file::endsWith));
        return files;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(md|java|yaml|json|ftlh)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
