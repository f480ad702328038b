package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTests {

    @ParameterizedTest
    @CsvSource({
        "http://my_server/up/, my_server, my_server, 80",
        "https://my_server/, my_server, my_server, 443",
        "http://my_server:8080/, my_server, my_server, 8080",
        "http://h:/, h, h, 80",
        "http://a@h.example:81/x?y, h.example, h.example, 81",
        "HTTPS://[::1]:8443/, ::1, [::1], 8443",
        "http://127.0.0.1, 127.0.0.1, 127.0.0.1, 80"
    })
    void readsHostAndPort(URI url, String host, String written, int port) {
        assertThat(HostPort.of(url)).isEqualTo(new HostPort(host, port)).returns(written, HostPort::written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:up", "/up", "http://h:70000/", "http://:80/", "mailto:a@h"})
    void otherUrlsHaveNone(URI url) {
        assertThat(HostPort.in(url)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> HostPort.of(url));
    }

    @Test
    void namesDoNotDifferByCase() {
        HostPort one = new HostPort("My_Server", 80);

        assertThat(one.sameAs(new HostPort("my_server", 80))).isTrue();
        assertThat(one.sameAs(new HostPort("my_server", 81))).isFalse();
        assertThat(one.sameAs(new HostPort("my-server", 80))).isFalse();
    }
}
