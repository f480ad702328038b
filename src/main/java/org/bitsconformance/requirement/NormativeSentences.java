package org.bitsconformance.requirement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the normative sentences in a copy of MC-BUP: those with MUST, SHOULD or MAY in the sections that bind a
 * server, the client, the server application or the download server (2, and 3.1 to 3.5). The copy is Markdown: a
 * heading begins with the number of its section, paragraphs are separated by empty lines, and a row of a table is one
 * line.
 */
public final class NormativeSentences {

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(?:(\\d+(?:\\.\\d+)*)\\s.*|.*)");
    private static final Pattern IN_SCOPE = Pattern.compile("2(\\..*)?|3\\.[1-5](\\..*)?");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
    private static final Pattern KEYWORD = Pattern.compile("\\b(?:MUST|SHOULD|MAY)\\b(?: NOT\\b)?");
    private static final Pattern END_OF_SENTENCE =
            Pattern.compile("(?<=[.!?])(?<!\\be\\.g\\.)(?<!\\bi\\.e\\.)[\"')]?\\s+(?=[A-Z0-9\\[(\"'])");

    private final List<NormativeSentence> found = new ArrayList<>();
    private final Map<String, Integer> inSection = new HashMap<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String section = "";

    private NormativeSentences() {}

    /** The normative sentences of a copy of the document, in order. */
    public static List<NormativeSentence> of(String markdown) {
        NormativeSentences reader = new NormativeSentences();
        markdown.lines().forEach(reader::line);
        reader.endParagraph();
        return List.copyOf(reader.found);
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (heading.matches()) {
            endParagraph();
            section = heading.group(1) == null ? "" : heading.group(1);
        } else if (line.startsWith("|")) {
            endParagraph();
            Stream.of(line.split("(?<!\\\\)\\|", -1)).forEach(this::block);
        } else if (line.isBlank() || item.matches()) {
            endParagraph();
            paragraph.append(line.isBlank() ? "" : item.group(1)).append(' ');
        } else {
            paragraph.append(line).append(' ');
        }
    }

    private void endParagraph() {
        block(paragraph.toString());
        paragraph.setLength(0);
    }

    private void block(String markdown) {
        if (!IN_SCOPE.matcher(section).matches()) {
            return;
        }
        for (String sentence : END_OF_SENTENCE.split(plain(markdown), -1)) {
            List<String> keywords =
                    KEYWORD.matcher(sentence).results().map(MatchResult::group).toList();
            if (!keywords.isEmpty()) {
                found.add(
                        new NormativeSentence(section, inSection.merge(section, 1, Integer::sum), keywords, sentence));
            }
        }
    }

    /** Only the words, so that another conversion to Markdown gives the same. */
    private static String plain(String markdown) {
        return markdown.replaceAll("\\\\?<\\d+\\\\?>", " ")
                .replaceAll("</?[a-z][^>]*>", " ")
                .replaceAll("\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]\\([^)]*\\)", "$1")
                .replaceAll("\\*+|`|\\\\(?=\\p{Punct})", "")
                .replaceAll("[\u2010-\u2015]", "-")
                .replaceAll("[\u2018\u2019]", "'")
                .replaceAll("[\u201C\u201D]", "\"")
                .replaceAll("[\\s\u00A0]+", " ")
                .replaceAll(" (?=[.,;:)])", "")
                .strip();
    }
}
