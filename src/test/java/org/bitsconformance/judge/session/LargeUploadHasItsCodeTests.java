package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.upload;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class LargeUploadHasItsCodeTests {

    @Test
    void holdsForItsCode() {
        assertThat(upload().fragment(0, 9, 31, ack -> ack.error(404, "0x80200020"))
                        .by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksForAnother() {
        CaseBuilder other = upload().fragment(0, 9, 31, ack -> ack.error(500, "0x80070057"));
        assertThat(other.by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.broken(
                        "0x80200020 (BG_E_TOO_LARGE)",
                        "BITS-Error: 0x80070057",
                        "The 500 answer to a fragment of an upload over maxUpload has BITS-Error: 0x80070057 where"
                                + " 0x80200020 (BG_E_TOO_LARGE) is expected."));
        assertThat(other.broken()).containsExactly("refusal.too-large.file");
    }

    @Test
    void accusesNobodyForAPlainHttpRefusal() {
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(413)).by(new LargeUploadHasItsCode()))
                .allMatch(Judgement.Observed.class::isInstance);
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(404)).by(new LargeUploadHasItsCode()))
                .allMatch(Judgement.Observed.class::isInstance);
        assertThat(upload().fragment(0, 9, 31).by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.skipped("no fragment of an upload over maxUpload was refused"));
        assertThat(upload().nextAnswered("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nhtml", Ending.ANSWERED)
                        .fragment(0, 9, 31)
                        .broken())
                .isEmpty();
    }
}
