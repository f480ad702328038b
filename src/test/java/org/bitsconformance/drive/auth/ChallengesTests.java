package org.bitsconformance.drive.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.drive.auth.Challenges.Challenge;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class ChallengesTests {

    @Test
    void several_challenges_may_be_in_one_field_or_in_several() {
        assertThat(of("Digest realm=\"a, b\", nonce=\"x\\\"y\", Basic realm=\"c\",Negotiate", "NTLM TlRMTVNTUAAC="))
                .containsExactly(
                        new Challenge("Digest", "realm=\"a, b\", nonce=\"x\\\"y\""),
                        new Challenge("Basic", "realm=\"c\""),
                        new Challenge("Negotiate", ""),
                        new Challenge("NTLM", "TlRMTVNTUAAC="));
    }

    @Test
    void malformed_challenges_are_left_out() {
        assertThat(of("", " , ,", "\"")).isEmpty();
        assertThat(of("Basic realm=\"open")).containsExactly(new Challenge("Basic", "realm=\"open"));
    }

    private static Iterable<Challenge> of(String... fields) {
        String head = "HTTP/1.1 401 No\r\nWWW-Authenticate: " + String.join("\r\nWWW-Authenticate: ", fields)
                + "\r\nContent-Length: 0\r\n\r\n";
        return Challenges.of(WireBytes.of(head).answer("GET", true).orElseThrow())
                .all();
    }
}
