package org.bitsconformance.reference.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.DirectWire;
import org.bitsconformance.reference.Driver;
import org.bitsconformance.reference.ReceivedReply;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.server.Protection.Scheme;
import org.bitsconformance.reference.server.Protection.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTests {

    private static final User ANN = new User("ann", "a:b", true);
    private static final User DAN = new User("dan", "no", false);

    @Test
    void asks_for_credentials_without_any_bits_field() {
        ReceivedReply basic = driver(Scheme.BASIC).ping("/f");
        assertThat(basic.status()).isEqualTo(401);
        assertThat(basic.header("WWW-Authenticate")).contains("Basic realm=\"uploads\"");
        assertThat(basic.headers().fields()).extracting(HeaderField::name).noneMatch(name -> name.startsWith("BITS-"));
        assertThat(driver(Scheme.DIGEST).ping("/f").header("WWW-Authenticate").orElseThrow())
                .startsWith("Digest realm=\"uploads\", qop=\"auth\", algorithm=MD5, nonce=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann:a", "bob:a:b", "ann", ""})
    void lets_nobody_in_with_wrong_credentials(String pair) {
        assertThat(driver(Scheme.BASIC)
                        .packet(PacketType.PING, "/f", basic(pair))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %%%", "Bearer abc", "Digest", "Digest username=\"ann\""})
    void unreadable_credentials_do_not_count(String value) {
        HeaderField header = new HeaderField("Authorization", value);
        assertThat(driver(Scheme.BASIC).packet(PacketType.PING, "/f", header).status())
                .isEqualTo(401);
        assertThat(driver(Scheme.DIGEST).packet(PacketType.PING, "/f", header).status())
                .isEqualTo(401);
    }

    @Test
    void lets_users_in_and_refuses_those_who_may_not_upload() {
        Driver driver = driver(Scheme.BASIC);
        HeaderField offer = new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5);

        assertThat(driver.packet(PacketType.CREATE_SESSION, "/f", offer, basic("ann:a:b"))
                        .status())
                .isEqualTo(200);
        ReceivedReply denied = driver.packet(PacketType.CREATE_SESSION, "/f", offer, basic("dan:no"));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.header(BitsHeaders.ERROR)).contains("0x80070005");
        assertThat(denied.header(BitsHeaders.ERROR_CONTEXT)).contains("0x5");
    }

    @Test
    void shows_no_password() {
        assertThat(new Protection(Scheme.BASIC, List.of(ANN), Protection.Tls.NONE).toString())
                .doesNotContain("a:b");
        assertThat(Scheme.named("digest")).isEqualTo(Optional.of(Scheme.DIGEST));
        assertThat(Scheme.named("none")).isEmpty();
    }

    private static Driver driver(Scheme scheme) {
        return DirectWire.driver(
                DirectWire.server(
                        ReferenceOptions.conformant(Document.MC_BUP).withProtection(Protection.by(scheme, ANN, DAN))),
                1);
    }

    private static HeaderField basic(String pair) {
        return new HeaderField(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
