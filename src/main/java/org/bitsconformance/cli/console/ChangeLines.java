package org.bitsconformance.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Fingerprint;
import org.bitsconformance.requirement.NormativeSentence;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.SentenceChange;
import org.bitsconformance.requirement.SentenceChange.Kind;

/** What changed in another edition of MC-BUP, as lines for a terminal. */
public final class ChangeLines {

    private static final int WIDTH = 79;
    private static final String MARGIN = " ".repeat(4);

    private final Catalogue catalogue;

    /** {@code catalogue} says which requirements cite a sentence. */
    public ChangeLines(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What happened to a sentence, its words in the other edition if they differ, and what cites it. */
    public List<String> of(SentenceChange change) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(change));
        if (change.kind() != Kind.MOVED) {
            change.after().ifPresent(sentence -> lines.addAll(indented(sentence.text())));
        }
        change.before().ifPresent(before -> lines.addAll(indented(citations(before))));
        return lines;
    }

    /** How many sentences changed in which way. */
    public static String summary(List<SentenceChange> changes) {
        if (changes.isEmpty()) {
            return "no differences";
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> times(changes, kind) > 0)
                .map(kind -> times(changes, kind) + " " + words(kind))
                .collect(Collectors.joining(", ", "differences: ", ""));
    }

    private static String headline(SentenceChange change) {
        String before = change.before().map(ChangeLines::named).orElse("");
        Optional<Fingerprint> after = change.after().map(NormativeSentence::fingerprint);
        String now = switch (change.kind()) {
            case NEW -> after.map(ChangeLines::named).orElse("");
            case GONE, WORDS -> before;
            case KEYWORDS ->
                before + ", now " + after.map(ChangeLines::keywords).orElse("");
            case MOVED -> before + ", now " + after.map(Fingerprint::id).orElse("");
        };
        return words(change.kind()) + ": " + now;
    }

    private String citations(Fingerprint fingerprint) {
        List<Requirement> citing = catalogue.citing(fingerprint);
        return citing.isEmpty()
                ? "cited by no requirement"
                : citing.stream().map(Requirement::id).collect(Collectors.joining(", ", "cited by ", ""));
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case WORDS -> "with other words";
            case KEYWORDS -> "with other keywords";
            case NEW, GONE, MOVED -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static long times(List<SentenceChange> changes, Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static String named(Fingerprint fingerprint) {
        return fingerprint.id() + " (" + keywords(fingerprint) + ")";
    }

    private static String keywords(Fingerprint fingerprint) {
        return String.join(", ", fingerprint.keywords());
    }

    private static List<String> indented(String text) {
        return Wrapped.lines(text, WIDTH - MARGIN.length()).stream()
                .map(MARGIN::concat)
                .toList();
    }
}
