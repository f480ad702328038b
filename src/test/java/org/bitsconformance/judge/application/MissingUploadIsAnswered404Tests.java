package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.ReadBack;
import org.junit.jupiter.api.Test;

class MissingUploadIsAnswered404Tests {

    private static final MissingUploadIsAnswered404 RULE = new MissingUploadIsAnswered404();

    @Test
    void holdsFor404() {
        assertThat(removed(HandedFile.Presence.ABSENT)
                        .close(ack -> ack.error(404, "0x80070002"))
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnotherError() {
        assertThat(removed(HandedFile.Presence.ABSENT)
                        .close(ack -> ack.error(500, "0x80004005"))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "status 404",
                        "HTTP/1.1 500 Internal Server Error",
                        "The file with the upload was removed, and Close-Session was answered 500 where 404 is"
                                + " expected."));
    }

    @Test
    void breaksForSuccessWithNothingAtTheDestination() {
        CaseBuilder played = removed(HandedFile.Presence.ABSENT)
                .close()
                .readBackNothing(ReadBack.Presence.ABSENT, OptionalInt.of(404), 100);

        assertThat(played.readback("url").by(RULE))
                .containsExactly(Judgement.broken(
                        "status 404",
                        "HTTP/1.1 200 OK",
                        "The file with the upload was removed, and Close-Session was answered 200 where 404 is"
                                + " expected."));
        assertThat(played.readback("auto").by(RULE)).containsExactly(Judgement.skipped(UploadIsDelivered.NOT_JUDGED));
        assertThat(played.uploadSeen().by(RULE)).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void onlyReportsAServerThatStillHasTheUpload() {
        assertThat(removed(HandedFile.Presence.ABSENT).close().readBackSame(100).by(RULE))
                .containsExactly(Judgement.observed("The file with the upload was removed before Close-Session, but the"
                        + " upload is still at its destination."));
    }

    @Test
    void isSkippedIfNobodyCouldLookForTheUpload() {
        assertThat(removed(HandedFile.Presence.ABSENT).close().by(RULE))
                .containsExactly(Judgement.skipped(UploadIsDelivered.NOT_JUDGED));
    }

    @Test
    void isNotAboutAFileThatIsStillThereOrAnUploadThatWasRefused() {
        assertThat(removed(HandedFile.Presence.FOUND).close().by(RULE)).isEmpty();
        assertThat(Notified.byReference()
                        .fragment(0, 99, 100, ack -> ack.error(500, "0x80004005"))
                        .event(Notified.look(Role.UPLOAD, Moment.REMOVED, "/spool/u1", HandedFile.Presence.ABSENT))
                        .close()
                        .by(RULE))
                .isEmpty();
    }

    private static CaseBuilder removed(HandedFile.Presence presence) {
        return Notified.byReference()
                .notified(notification -> notification.naming("/spool/u1", "/spool/r1"))
                .fragment(0, 99, 100)
                .event(Notified.look(Role.UPLOAD, Moment.REMOVED, "/spool/u1", presence));
    }
}
