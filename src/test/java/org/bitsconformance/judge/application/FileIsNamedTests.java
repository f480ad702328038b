package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.judge.PlayedNotification;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Role;
import org.junit.jupiter.api.Test;

class FileIsNamedTests {

    private static final CaseRule UPLOAD = NamedRule.of("notification.request-path");
    private static final CaseRule REPLY = NamedRule.of("notification.response-path");

    @Test
    void holdsForBothFilesByReference() {
        CaseBuilder played = naming(notification -> notification.naming("/spool/u1", "/spool/r1"));

        assertThat(played.by(UPLOAD)).containsExactly(Judgement.held());
        assertThat(played.by(REPLY)).containsExactly(Judgement.held());
    }

    @Test
    void holdsForTheNamesOfMcBupExceptUnderTheWin32Pages() {
        CaseBuilder played = naming(notification -> notification
                .naming("/spool/u1", "/spool/r1")
                .request(request -> request.renamed("BITS-Request-DataFile-Name", "BITS-Request-DataEntity-Name")
                        .renamed("BITS-Response-DataFile-Name", "BITS-Response-DataEntity-Name")));

        assertThat(played.by(UPLOAD)).containsExactly(Judgement.held());
        assertThat(played.dialect(Dialect.MC_BUP).by(REPLY)).containsExactly(Judgement.held());
        assertThat(played.dialect(Dialect.WIN32).by(UPLOAD))
                .containsExactly(Judgement.broken(
                        "BITS-Request-DataFile-Name",
                        "none",
                        "The notification by reference has no BITS-Request-DataFile-Name."));
    }

    @Test
    void breaksForAMissingOrEmptyNameByReference() {
        assertThat(naming(notification -> notification.naming("/spool/u1", "")).by(REPLY))
                .containsExactly(Judgement.broken(
                        "BITS-Response-DataFile-Name or BITS-Response-DataEntity-Name",
                        "none",
                        "The notification by reference has no BITS-Response-DataFile-Name, and no"
                                + " BITS-Response-DataEntity-Name."));
        assertThat(naming(notification -> notification).by(UPLOAD)).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksForANameByValue() {
        assertThat(Notified.upload(notification -> notification).by(UPLOAD)).containsExactly(Judgement.held());
        assertThat(Notified.upload(notification -> notification.naming("/spool/u1", "/spool/r1"))
                        .by(UPLOAD))
                .containsExactly(Judgement.broken(
                        "no BITS-Request-DataFile-Name",
                        "BITS-Request-DataFile-Name: /spool/u1",
                        "The notification by value has BITS-Request-DataFile-Name: /spool/u1."));
    }

    @Test
    void breaksIfThereIsNoFile() {
        assertThat(looked(HandedFile.Presence.ABSENT).by(UPLOAD))
                .containsExactly(Judgement.broken(
                        "a file with the upload at /spool/u1",
                        "no file",
                        "The notification names the file /spool/u1, and there is none."));
        assertThat(looked(HandedFile.Presence.UNREADABLE).by(UPLOAD)).containsExactly(Judgement.held());
    }

    @Test
    void breaksIfTheFileHoldsSomethingElse() {
        HandedFile look = new HandedFile(
                CaseBuilder.CASE,
                1,
                Role.UPLOAD,
                Moment.NOTIFIED,
                "/spool/u1",
                HandedFile.Presence.FOUND,
                OptionalLong.of(9),
                OptionalLong.of(9));

        assertThat(naming(notification -> notification.naming("/spool/u1", "/spool/r1"))
                        .event(look)
                        .by(UPLOAD))
                .containsExactly(Judgement.broken(
                        "the bytes of the upload",
                        "9 bytes, first difference at 9",
                        "The file /spool/u1 that the notification names has other bytes than were sent, first"
                                + " difference at 9."));
    }

    @Test
    void holdsForAFileThatIsFoundOrCannotBeLookedAt() {
        assertThat(looked(HandedFile.Presence.FOUND).by(UPLOAD)).containsExactly(Judgement.held());
        assertThat(looked(HandedFile.Presence.OUTSIDE).by(UPLOAD)).containsExactly(Judgement.held());
    }

    private static CaseBuilder naming(UnaryOperator<PlayedNotification> change) {
        return Notified.byReference().notified(change).fragment(0, 99, 100);
    }

    private static CaseBuilder looked(HandedFile.Presence presence) {
        return naming(notification -> notification.naming("/spool/u1", "/spool/r1"))
                .event(Notified.look(Role.UPLOAD, Moment.NOTIFIED, "/spool/u1", presence));
    }
}
