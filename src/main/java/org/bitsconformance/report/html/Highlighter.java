package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.result.Finding;

/**
 * Which lines of an exchange a finding is about: the status line where it speaks of a status, and the header fields that it
 * names. What the finding itself says comes before what the requirement says.
 */
final class Highlighter {

    private static final Pattern STATUS = Pattern.compile("\\bstatus\\b|^HTTP/");
    private static final Pattern MISSING = Pattern.compile("no ([A-Za-z0-9]+(?:-[A-Za-z0-9]+)+)");
    private static final int LONGEST_TEXT = 10_000;

    private final Finding finding;
    private final String found;
    private final String statement;

    /**
     * @param finding the one that is shown
     * @param statement of the requirement that it is about
     */
    Highlighter(Finding finding, String statement) {
        this.finding = finding;
        this.statement = statement;
        this.found = String.join("\n", List.of(cut(finding.expected()), cut(finding.actual()), cut(finding.message())));
    }

    /** The answer with its deciding lines marked; a field that the finding misses is a note where the head ends. */
    List<Line> answer(List<Line> lines) {
        List<Line> marked = marked(lines, found, speaksOfStatus());
        if (lines.isEmpty() || marked.stream().anyMatch(Line::marked)) {
            return marked;
        }
        return missing().map(name -> withNote(lines, "no " + name)).orElseGet(() -> marked(lines, statement, false));
    }

    /**
     * The request with the fields marked that the finding or its requirement names, but for those of the answer; and with
     * the field whose value is the one that was expected.
     */
    List<Line> request(List<Line> lines, List<Line> answer) {
        List<String> ofAnswer = new ArrayList<>(
                answer.stream().filter(Line::marked).map(Highlighter::name).toList());
        missing().map(Highlighter::lower).ifPresent(ofAnswer::add);
        return lines.stream()
                .map(line -> expects(line) || (names(found + "\n" + statement, line) && !ofAnswer.contains(name(line)))
                        ? line.asMarked()
                        : line)
                .toList();
    }

    private boolean expects(Line line) {
        String name = name(line);
        String value = name.isEmpty()
                ? ""
                : line.text().substring(line.text().indexOf(':') + 1).strip();
        return !value.isEmpty() && value.equals(finding.expected());
    }

    private static List<Line> marked(List<Line> lines, String text, boolean status) {
        return lines.stream()
                .map(line -> (status && line.kind() == Kind.START) || names(text, line) ? line.asMarked() : line)
                .toList();
    }

    private boolean speaksOfStatus() {
        return STATUS.matcher(finding.expected()).find()
                || STATUS.matcher(finding.actual()).lookingAt();
    }

    private Optional<String> missing() {
        Matcher missing = MISSING.matcher(cut(finding.actual()));
        return missing.matches() ? Optional.of(missing.group(1)) : Optional.empty();
    }

    private static List<Line> withNote(List<Line> lines, String text) {
        List<Line> more = new ArrayList<>(lines);
        int at = 0;
        while (at < lines.size() && inHead(lines.get(at))) {
            at++;
        }
        more.add(at, new Line(Kind.NOTE, text).asMarked());
        return more;
    }

    private static boolean inHead(Line line) {
        return line.kind() == Kind.START
                || (line.kind() == Kind.HEADER && !line.text().isEmpty());
    }

    /** A name without a hyphen is often a word of the language, so it counts only as it is spelt, with its colon. */
    private static boolean names(String text, Line line) {
        String name = name(line);
        if (name.isEmpty()) {
            return false;
        }
        if (name.indexOf('-') < 0) {
            String spelt = line.text().substring(0, name.length()) + ":";
            return wholeWord(text, spelt);
        }
        return wholeWord(lower(text), name);
    }

    private static boolean wholeWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !partOfName(text.charAt(at - 1));
            boolean ends = end == text.length() || word.endsWith(":") || !partOfName(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean partOfName(char c) {
        return c == '-' || c == '_' || Character.isLetterOrDigit(c);
    }

    /** Name of the field in a line of a head, in lower case; empty where there is none. */
    private static String name(Line line) {
        int colon = line.kind() == Kind.HEADER ? line.text().indexOf(':') : -1;
        return colon <= 0 ? "" : lower(line.text().substring(0, colon).strip());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
