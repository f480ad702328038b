package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingFileIsNotReplacedTests {

    private static final ExistingFileIsNotReplaced RULE = new ExistingFileIsNotReplaced();

    @ParameterizedTest
    @CsvSource({"ANY, 403", "ANY, 409", "WINDOWS, 403", "WINDOWS, 409", "MC_BUP, 403", "WIN32, 409"})
    void holdsForTheStatusOfADocument(Dialect dialect, int status) {
        assertThat(secondAnswered(dialect, status)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"ANY, 403", "MC_BUP, 403", "WIN32, 409"})
    void holdsIfALaterPacketIsRefused(Dialect dialect, int status) {
        assertThat(exists().dialect(dialect)
                        .create()
                        .fragment(0, 9, 10)
                        .close(ack -> ack.status(status))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, 409, 403", "WIN32, 403, 409"})
    void breaksForTheStatusOfTheOtherDocument(Dialect dialect, int status, int expected) {
        assertThat(secondAnswered(dialect, status))
                .singleElement()
                .isInstanceOf(Judgement.Broken.class)
                .extracting(judgement -> ((Judgement.Broken) judgement).message())
                .isEqualTo("Create-Session was answered " + status + " where " + expected + " is expected.");
    }

    @Test
    void breaksForAnotherStatus() {
        assertThat(secondAnswered(Dialect.ANY, 500))
                .containsExactly(Judgement.broken(
                        "status 403 or 409",
                        "HTTP/1.1 500 Internal Server Error",
                        "Create-Session was answered 500 where 403 or 409 is expected."));
    }

    @Test
    void breaksForAnUploadThatIsAccepted() {
        assertThat(exists().create().fragment(0, 9, 10).close().by(RULE))
                .containsExactly(Judgement.broken(
                        "status 403 or 409 to one of its packets",
                        "every packet was answered with success, up to Close-Session",
                        "An upload to a file that exists, and must not be replaced, was taken up to its"
                                + " Close-Session."));
    }

    @Test
    void waitsForTheEndOfAnUploadThatIsNotRefused() {
        assertThat(exists().create().by(RULE)).isEmpty();
        assertThat(exists().create().fragment(0, 9, 10).by(RULE)).isEmpty();
    }

    @Test
    void isNotAboutReplaceableFilesOrWithoutADeclaration() {
        assertThat(first(CaseBuilder.session().overwrite(true))
                        .create(ack -> ack.status(500))
                        .by(RULE))
                .isEmpty();
        assertThat(first(CaseBuilder.session()).create(ack -> ack.status(500)).by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutTheFirstUploadNorAboutOneThatWasNotFinished() {
        assertThat(CaseBuilder.session()
                        .overwrite(false)
                        .create(ack -> ack.status(500))
                        .by(RULE))
                .isEmpty();
        assertThat(CaseBuilder.session()
                        .overwrite(false)
                        .create()
                        .fragment(0, 4, 10)
                        .close()
                        .create()
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void judgesNothingIfNoFileCanBeExpected() {
        assertThat(first(CaseBuilder.session().overwrite(false))
                        .readBackNothing(Presence.ABSENT, OptionalInt.of(404), 10)
                        .create()
                        .fragment(0, 9, 10)
                        .close()
                        .by(RULE))
                .containsExactly(Judgement.skipped("the first upload was not found, so there may be no file"));
        assertThat(exists().uploadReply().create(ack -> ack.status(500)).by(RULE))
                .containsExactly(Judgement.skipped("the target passes uploads to an application: no file exists"));
    }

    @Test
    void doesNotRelyOnALookThatProvesNothing() {
        assertThat(first(CaseBuilder.session().overwrite(false).readback("auto"))
                        .readBackNothing(Presence.ABSENT, OptionalInt.of(404), 10)
                        .create(ack -> ack.status(403))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    private static List<Judgement> secondAnswered(Dialect dialect, int status) {
        return exists().dialect(dialect)
                .purpose(Purpose.OPEN)
                .create(ack -> ack.status(status))
                .by(RULE);
    }

    private static CaseBuilder exists() {
        return first(CaseBuilder.session().overwrite(false)).readBackSame(10);
    }

    private static CaseBuilder first(CaseBuilder session) {
        return session.create().fragment(0, 9, 10).close();
    }
}
