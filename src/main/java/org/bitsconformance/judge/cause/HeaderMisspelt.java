package org.bitsconformance.judge.cause;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;

/** Answers carry a field whose name is nearly a documented one, instead of the documented one. */
public final class HeaderMisspelt implements CauseFinder {

    private static final List<String> DOCUMENTED = List.of(
            BitsHeaders.PACKET_TYPE,
            BitsHeaders.PROTOCOL,
            BitsHeaders.SESSION_ID,
            BitsHeaders.RECEIVED_CONTENT_RANGE,
            BitsHeaders.REPLY_URL,
            BitsHeaders.HOST_ID,
            BitsHeaders.HOST_ID_FALLBACK_TIMEOUT,
            BitsHeaders.ERROR_CODE,
            BitsHeaders.ERROR_CONTEXT,
            BitsHeaders.ERROR,
            BitsHeaders.CONTENT_LENGTH);
    private static final int NEAR = 2;
    private static final int LONG_NAME = 16;

    @Override
    public String id() {
        return "header-misspelt";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> misspelt = evidence.steps(step -> step.ack()
                .filter(ack -> DOCUMENTED.stream().anyMatch(name -> misspells(ack, name)))
                .isPresent());
        Set<String> clear = Shown.ids(misspelt);
        List<Step> brokenFirst = Stream.concat(
                        misspelt.stream().filter(step -> evidence.broken(step, finding -> explains(step, finding))),
                        misspelt.stream())
                .toList();
        return Shown.by(
                brokenFirst,
                finding -> clear.contains(finding.exchange())
                        && misspelt.stream()
                                .filter(step -> step.exchange().id().equals(finding.exchange()))
                                .anyMatch(step -> explains(step, finding)));
    }

    private static boolean explains(Step step, Broken finding) {
        return step.ack()
                .filter(ack -> DOCUMENTED.stream()
                        .filter(name -> misspells(ack, name))
                        .anyMatch(name -> saysMissing(finding.actual(), name)))
                .isPresent();
    }

    private static boolean saysMissing(String actual, String name) {
        boolean ofCode = name.equals(BitsHeaders.ERROR) || name.equals(BitsHeaders.ERROR_CODE);
        return (actual.startsWith("no ") && actual.contains(name)) || (ofCode && actual.contains("no HRESULT"));
    }

    /** Whether an answer has no field of that name, but one of nearly that name. */
    static boolean misspells(Answer answer, String name) {
        return !answer.headers().has(name)
                && answer.headers().fields().stream()
                        .map(Header::name)
                        .filter(sent -> DOCUMENTED.stream().noneMatch(sent::equalsIgnoreCase))
                        .anyMatch(sent -> near(sent, name));
    }

    private static boolean near(String sent, String name) {
        int most = name.length() >= LONG_NAME ? NEAR + 1 : NEAR;
        return Math.abs(sent.length() - name.length()) <= most
                && distance(sent.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= most;
    }

    /** The number of letters to change, add or remove to turn one into the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
