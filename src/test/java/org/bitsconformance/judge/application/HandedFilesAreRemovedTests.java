package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Role;
import org.junit.jupiter.api.Test;

class HandedFilesAreRemovedTests {

    private static final HandedFilesAreRemoved RULE = new HandedFilesAreRemoved();

    @Test
    void holdsIfBothAreGone() {
        assertThat(uploaded()
                        .close()
                        .event(Notified.look(Role.UPLOAD, Moment.ENDED, "/spool/u1", HandedFile.Presence.ABSENT))
                        .event(Notified.look(Role.REPLY, Moment.ENDED, "/spool/r1", HandedFile.Presence.ABSENT))
                        .by(RULE))
                .containsExactly(Judgement.held(), Judgement.held());
    }

    @Test
    void breaksIfOneIsStillThere() {
        assertThat(uploaded()
                        .cancel()
                        .event(Notified.look(Role.UPLOAD, Moment.ENDED, "/spool/u1", HandedFile.Presence.FOUND))
                        .event(Notified.look(Role.REPLY, Moment.ENDED, "/spool/r1", HandedFile.Presence.UNREADABLE))
                        .by(RULE))
                .containsExactly(
                        Judgement.broken(
                                "no file",
                                "/spool/u1",
                                "The session has ended, and the file of the upload, /spool/u1, is still there."),
                        Judgement.broken(
                                "no file",
                                "/spool/r1",
                                "The session has ended, and the file of the reply, /spool/r1, is still there."));
    }

    @Test
    void isSkippedOutsideTheFolder() {
        assertThat(uploaded()
                        .close()
                        .event(Notified.look(Role.REPLY, Moment.ENDED, "/other/r1", HandedFile.Presence.OUTSIDE))
                        .by(RULE))
                .containsExactly(
                        Judgement.skipped("the file of the reply is not in the folder that the target declares"));
    }

    @Test
    void isNotAboutASessionThatHasNotEndedOrAnEarlierLook() {
        assertThat(uploaded()
                        .close(ack -> ack.error(500, "0x80004005"))
                        .event(Notified.look(Role.UPLOAD, Moment.ENDED, "/spool/u1", HandedFile.Presence.FOUND))
                        .by(RULE))
                .isEmpty();
        assertThat(uploaded()
                        .event(Notified.look(Role.UPLOAD, Moment.NOTIFIED, "/spool/u1", HandedFile.Presence.FOUND))
                        .close()
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder uploaded() {
        return Notified.byReference()
                .notified(notification -> notification.naming("/spool/u1", "/spool/r1"))
                .fragment(0, 99, 100);
    }
}
