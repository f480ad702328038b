package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.judge.ReadBackProof;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Look;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Test;

class ReadBacksSeenTests {

    private static final String SAME_BYTES = "GET at different names is answered with the same 102 bytes";

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(proof()).isEqualTo(ReadBackProof.NONE);
    }

    @Test
    void anUploadThatCameBackIsSeen() {
        assertThat(proof(look("one", 10, "one", 10)).uploadSeen()).isTrue();
        assertThat(proof(look("one", 10, "other", 10)).uploadSeen()).isFalse();
    }

    @Test
    void anEmptyUploadThatCameBackProvesNothing() {
        assertThat(proof(look("empty", 0, "empty", 0)).uploadSeen()).isFalse();
    }

    @Test
    void theSameBytesForDifferentUploadsAreAPage() {
        assertThat(proof(look("one", 10, "page", 102)).anyName()).isEmpty();
        assertThat(proof(look("one", 10, "page", 102), look("one", 10, "page", 102))
                        .anyName())
                .isEmpty();
        assertThat(proof(look("one", 10, "page", 102), look("other", 20, "page", 102))
                        .anyName())
                .contains(SAME_BYTES);
    }

    @Test
    void differentBytesForDifferentUploadsAreNotAPage() {
        assertThat(proof(look("one", 10, "page", 102), look("other", 20, "page of other", 102))
                        .anyName())
                .isEmpty();
    }

    @Test
    void theSameBytesAreNotAPageIfUploadsComeBack() {
        assertThat(proof(look("one", 10, "", 0), look("other", 20, "", 0), look("third", 1, "third", 1)))
                .isEqualTo(new ReadBackProof(true, Optional.empty()));
    }

    @Test
    void aNameThatWasNeverWrittenDecides() {
        assertThat(proof(beside(look("one", 10, "page", 102), Presence.ABSENT), look("other", 20, "page", 102)))
                .isEqualTo(ReadBackProof.NONE);
        assertThat(proof(look("one", 10, "one", 10), beside(look("other", 20, "other", 20), Presence.FOUND)))
                .isEqualTo(new ReadBackProof(
                        true,
                        Optional.of("GET of http://server.example/never, a name that was never written, is answered 200"
                                + " too, with 102 bytes")));
    }

    @Test
    void aPresentNameThatWasNeverWrittenIsNeverTrustedAgain() {
        assertThat(proof(
                                beside(look("one", 10, "page", 102), Presence.FOUND),
                                beside(look("other", 20, "page", 102), Presence.UNREADABLE))
                        .anyName())
                .isPresent();
    }

    private static ReadBackProof proof(ReadBack... looks) {
        ReadBacksSeen seen = new ReadBacksSeen();
        for (ReadBack look : looks) {
            seen.add(look);
        }
        return seen.proof();
    }

    private static ReadBack look(String sent, long sentLength, String found, long foundLength) {
        return new ReadBack(
                "case",
                1,
                new ReadBack.Look(
                        "http://server.example/" + sent,
                        Presence.FOUND,
                        OptionalInt.of(200),
                        OptionalLong.of(foundLength),
                        Optional.of(found)),
                new ReadBack.Sent(sentLength, sent),
                sent.equals(found) ? OptionalLong.empty() : OptionalLong.of(0),
                0,
                Optional.empty());
    }

    private static ReadBack beside(ReadBack look, Presence presence) {
        return new ReadBack(
                look.caseId(),
                look.session(),
                new ReadBack.Look(
                        look.found().where(),
                        look.found().presence(),
                        look.found().status(),
                        look.found().length(),
                        look.found().sha256()),
                new ReadBack.Sent(look.sent().expectedLength(), look.sent().expectedSha256()),
                look.firstDifference(),
                look.waitedMillis(),
                Optional.of(new Look(
                        "http://server.example/never",
                        presence,
                        OptionalInt.empty(),
                        presence == Presence.FOUND ? OptionalLong.of(102) : OptionalLong.empty(),
                        Optional.empty())));
    }
}
