package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;

/** What the rule about clients for a requirement says about a case. */
final class Said {

    private static final long LATER = 3_600_000_000L;

    private Said() {}

    static List<Judgement> by(String requirement, CaseBuilder played) {
        CaseRule rule = ClientRules.all().stream()
                .filter(one -> one.requirement().equals(requirement))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule judges the requirement " + requirement));
        return played.by(rule);
    }

    /** The messages of what is broken; nothing else may be. */
    static List<String> broken(String requirement, CaseBuilder played) {
        return messages(Judgement.Broken.class, requirement, played);
    }

    static List<String> observed(String requirement, CaseBuilder played) {
        return messages(Judgement.Observed.class, requirement, played);
    }

    private static List<String> messages(Class<? extends Judgement> kind, String requirement, CaseBuilder played) {
        return by(requirement, played).stream()
                .filter(kind::isInstance)
                .map(Judgement::message)
                .toList();
    }

    /** Something is held, and nothing is broken or left open. */
    static void held(String requirement, CaseBuilder played) {
        assertThat(by(requirement, played))
                .as(requirement)
                .isNotEmpty()
                .allSatisfy(judgement -> assertThat(judgement).isEqualTo(Judgement.held()));
    }

    /** The rule has nothing to say. */
    static void silent(String requirement, CaseBuilder played) {
        assertThat(by(requirement, played)).as(requirement).isEmpty();
    }

    /** The client's program ended with this exit code, an hour after the case began. */
    static ClientEnded ended(int exitCode) {
        return ended(exitCode, Arrived.NOTHING);
    }

    static ClientEnded ended(int exitCode, Arrived arrived) {
        return new ClientEnded(CaseBuilder.CASE, OptionalInt.of(exitCode), arrived, true, LATER);
    }

    /** The client's program had to be stopped. */
    static ClientEnded stopped() {
        return new ClientEnded(CaseBuilder.CASE, OptionalInt.empty(), Arrived.NOTHING, true, LATER);
    }
}
