package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RequirementTests {

    private static final List<Source> SOURCES = List.of(new Source("MC-BUP", "2.9", OptionalInt.empty(), Level.STATED));

    @Test
    void needsIdStatementAndSource() {
        refused("a requirement has no id", " ", "S.", Status.TESTED, "", SOURCES, "L.");
        refused("a.b has no statement", "a.b", " ", Status.TESTED, "", SOURCES, "L.");
        refused("a.b has no source", "a.b", "S.", Status.TESTED, "", List.of(), "L.");
    }

    @Test
    void saysWhereToLookIfItIsTestedAndHasNoReason() {
        refused("a.b is tested and has no lookAt", "a.b", "S.", Status.TESTED, "", SOURCES, "");
        refused("a.b is tested and has a reason why it is not", "a.b", "S.", Status.TESTED, "R.", SOURCES, "L.");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TESTED")
    void saysWhyItIsNotJudgedInsteadOfWhereToLook(Status status) {
        refused("a.b is " + status.word() + " and has no reason", "a.b", "S.", status, "", SOURCES, "");
        refused("a.b is " + status.word() + " and has no reason", "a.b", "S.", status, "  ", SOURCES, "");
        refused("a.b is " + status.word() + " and has a lookAt", "a.b", "S.", status, "R.", SOURCES, "L.");
        assertThat(new Requirement("a.b", "S.", Side.SERVER, status, Optional.of("R."), SOURCES, "").tested())
                .isFalse();
    }

    @Test
    void countsOnlyTheSentencesOfMcBup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source("Win32", "ping", OptionalInt.of(1), Level.MUST))
                .withMessage("only the sentences of MC-BUP are counted");
    }

    @Test
    void canBeWrittenInAnRfcThatBindsUnderEveryDialect() {
        Source http = new Source("RFC 9110", "15.5.2", OptionalInt.empty(), Level.MUST);
        Source should = new Source("MC-BUP", "2.9", OptionalInt.of(1), Level.SHOULD);
        Requirement both =
                new Requirement("a.b", "S.", Side.SERVER, Status.TESTED, Optional.empty(), List.of(should, http), "L.");
        Requirement alone =
                new Requirement("a.b", "S.", Side.SERVER, Status.TESTED, Optional.empty(), List.of(http), "L.");

        assertThat(http.citation()).isEqualTo("RFC 9110 15.5.2");
        assertThat(http.url()).isEqualTo("https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2");
        assertThat(both.decisive(Dialect.MC_BUP)).containsExactly(should, http);
        assertThat(both.decisive(Dialect.WIN32)).containsExactly(should, http);
        assertThat(Dialect.values())
                .allSatisfy(dialect -> assertThat(alone.level(dialect)).isEqualTo(Level.MUST));
    }

    @Test
    void refusesAnUnknownDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source("RFC9110", "2", OptionalInt.empty(), Level.MUST))
                .withMessage("unknown document \"RFC9110\": it must be MC-BUP, Win32 or an RFC such as RFC 9110");
    }

    @Test
    void citesASectionOnceInOneLine() {
        List<Source> twice = List.of(
                new Source("MC-BUP", "2.9", OptionalInt.of(1), Level.MUST),
                new Source("MC-BUP", "2.9", OptionalInt.of(2), Level.MUST),
                new Source("Win32", "ping", OptionalInt.empty(), Level.STATED));

        assertThat(new Requirement("a.b", "S.", Side.SERVER, Status.TESTED, Optional.empty(), twice, "L.").citations())
                .isEqualTo("MC-BUP 2.9; Win32 ping");
    }

    @Test
    void statusesHaveWords() {
        assertThat(Status.values())
                .extracting(Status::word)
                .containsExactly("tested", "waiting", "client-side", "not-observable", "informative");
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(Status.named(status.word())).hasValue(status));
        assertThat(Status.named("TESTED")).isEmpty();
    }

    private static void refused(
            String message,
            String id,
            String statement,
            Status status,
            String reason,
            List<Source> sources,
            String lookAt) {
        Optional<String> why = Optional.of(reason).filter(words -> !words.isEmpty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Requirement(id, statement, Side.SERVER, status, why, sources, lookAt))
                .withMessage(message);
    }
}
