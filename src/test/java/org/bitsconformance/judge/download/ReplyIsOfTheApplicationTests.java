package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.NamedRule;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.HandedFile;
import org.junit.jupiter.api.Test;

class ReplyIsOfTheApplicationTests {

    private static final CaseRule BY_VALUE = NamedRule.of("notification.by-value.reply");
    private static final CaseRule BY_REFERENCE = NamedRule.of("notification.by-reference.reply");
    private static final String CONTENT =
            new String(Replied.GIVEN.range(0, (int) Replied.GIVEN.length()), StandardCharsets.ISO_8859_1);

    private static final HandedFile WRITTEN = new HandedFile(
            CaseBuilder.CASE,
            1,
            HandedFile.Role.REPLY,
            HandedFile.Moment.NOTIFIED,
            "/spool/r1",
            HandedFile.Presence.FOUND,
            OptionalLong.of(100),
            OptionalLong.empty());

    @Test
    void holdsForTheBytesThatTheApplicationGave() {
        assertThat(got(Replied.whole().body(CONTENT), "value", false).by(BY_VALUE))
                .containsExactly(Judgement.held());
        assertThat(got(Replied.whole().body(CONTENT), "reference", true)
                        .event(WRITTEN)
                        .by(BY_REFERENCE))
                .containsExactly(Judgement.held());
    }

    @Test
    void asksForTheReplyThatWasGivenBeforeTheDownload() {
        CaseBuilder got = got(Replied.whole().body(CONTENT), "value", false);

        assertThat(Replied.givenAgain(got, 1_000_000_000L).by(BY_VALUE)).containsExactly(Judgement.held());
        assertThat(Replied.givenAgain(got(Replied.whole().body(CONTENT), "value", false), 0)
                        .by(BY_VALUE))
                .hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksForOthers() {
        assertThat(got(Replied.whole().body(CONTENT.substring(0, 99)), "value", false)
                        .by(BY_VALUE))
                .containsExactly(Judgement.broken(
                        "100 bytes, those of the server application",
                        "99 bytes, first difference at 99",
                        "The server application gave a reply of 100 bytes, and the GET of the reply gave others: 99"
                                + " bytes, first difference at 99."));
    }

    @Test
    void isSkippedIfTheReplyIsGivenInAnotherWayOrNotAtAll() {
        assertThat(got(Replied.whole(), "reference", true).by(BY_VALUE))
                .containsExactly(Judgement.skipped("the target passes uploads by reference"));
        assertThat(got(Replied.whole(), "reference", true).by(BY_REFERENCE))
                .containsExactly(Judgement.skipped("the suite could not write the reply into its file"));
        assertThat(got(Replied.whole(), "reference", false).by(BY_REFERENCE))
                .containsExactly(Judgement.skipped("the target declares no folder with the files that it passes"));
        assertThat(got(Replied.whole().status(404), "value", false).by(BY_VALUE))
                .containsExactly(Judgement.skipped("the reply could not be downloaded"));
        assertThat(Replied.fetched().by(BY_VALUE)).isEmpty();
    }

    private static CaseBuilder got(Message answer, String type, boolean files) {
        return Replied.given(Replied.uploaded().download(Replied.get(), answer))
                .declared(new Declared(
                        true,
                        new Declared.Capabilities(
                                Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                        Optional.of(
                                new DeclaredNotification(type, "http://h/notify", files, OptionalLong.empty(), true)),
                        DeclaredAccess.UNDECLARED,
                        DeclaredLimits.NONE));
    }
}
