package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that a target sets are reported once, only by name. */
class StickyCookiesTests {

    private static final String ADVICE =
            ". The BITS documents do not mention cookies, and the suite returns none: if several servers are behind"
                    + " one address, let the load balancer tell clients apart by their address, or the servers share their"
                    + " sessions";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSALB",
                "AWSALBCORS",
                "SERVERID",
                "ARRAffinity",
                "ROUTEID",
                "BIGipServerpool_bits",
                "NSC_bits",
                "GCLB",
                "INGRESSCOOKIE"
            })
    void a_cookie_of_a_load_balancer_is_named(String name) {
        assertThat(notices("Set-Cookie: theme=dark", "Set-Cookie: " + name + "=n0de-7; Path=/"))
                .containsExactly("the target sets the cookie " + name
                        + ", with which a load balancer keeps a client at one server" + ADVICE);
    }

    @Test
    void other_cookies_are_named_without_a_guess() {
        assertThat(notices("Set-Cookie: JSESSIONID=1; HttpOnly", "Set-Cookie: a=2", "Set-Cookie: b", "Set-Cookie: c=3"))
                .containsExactly("the target sets the cookie JSESSIONID, a, b" + ADVICE);
    }

    @Test
    void without_a_cookie_nothing_is_said() {
        assertThat(notices("Server: x", "Set-Cookie: ", "X-Cookie: SERVERID=1")).isEmpty();
    }

    @Test
    void the_value_of_a_cookie_is_in_no_notice_and_in_no_record() throws IOException {
        try (ScriptedServer server =
                        ScriptedServer.answering(Reply.ack(200, "Set-Cookie: SERVERID=s3cretNode; Path=/"));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().toString()).contains("SERVERID").doesNotContain("s3cretNode");
            assertThat(bench.written(folder)).contains("SERVERID").doesNotContain("s3cretNode");
            assertThat(server.requests()).noneMatch(request -> request.contains("Cookie"));
        }
    }

    private static Iterable<String> notices(String... headers) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200, headers));
                Bench bench = Bench.at(server)) {
            return Arrays.asList(bench.link().preflight().notices().toArray(String[]::new));
        }
    }
}
