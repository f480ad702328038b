package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;

class RollingDigestTests {

    private static final Payload PAYLOAD = new Payload(7, 1000);
    private static final String WHOLE = Digests.sha256(PAYLOAD, 0, 1000);

    private final RollingDigest digest = new RollingDigest(PAYLOAD);

    @Test
    void isThatOfTheUploadHoweverItWasSent() {
        send(0, 100);
        send(0, 300);
        send(250, 350);
        send(500, 600);
        send(350, 1000);

        assertThat(digest.whole()).isEqualTo(WHOLE).isEqualTo(digest.whole());
    }

    @Test
    void isComputedFromTheBytesThatWereSent() {
        digest.sent(0, new byte[1000], 1000);

        assertThat(digest.whole()).isNotEqualTo(WHOLE);
    }

    @Test
    void generatesWhatWasNotSent() {
        assertThat(digest.whole()).isEqualTo(WHOLE);
        RollingDigest half = new RollingDigest(PAYLOAD);
        half.sent(0, PAYLOAD.range(0, 500), 500);
        assertThat(half.whole()).isEqualTo(WHOLE);
    }

    private void send(int first, int end) {
        digest.sent(first, PAYLOAD.range(first, end - first), end - first);
    }
}
