package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.session;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsAreGivenTests {

    private static final String RESPONSE = "authentication.response";
    private static final String FORM = "client.credentials.form";
    private static final String NEGOTIATED = "client.authentication.negotiated";
    private static final String DIGEST_ASKED = "Digest realm=\"bits\", nonce=\"n1\", qop=\"auth\"";
    private static final String DIGEST =
            "Digest username=\"u\", realm=\"bits\", nonce=\"n1\", uri=\"/upload/file\", response=\"0\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"bits\"|Basic dTpw",
                "Basic realm=\"bits\"|Basic ***",
                "Basic realm=\"bits\"|***",
                "NTLM|NTLM TlRMTVNTUAAB"
            })
    void holds_for_credentials_that_answer_the_challenge(String challenge, String credentials) {
        Said.held(RESPONSE, with(credentials, asked(challenge)).create());
    }

    @Test
    void holds_for_digest() {
        Said.held(RESPONSE, with(DIGEST, asked(DIGEST_ASKED)).create());
        Said.held(FORM, with(DIGEST, asked(DIGEST_ASKED)).create());
        Said.held(NEGOTIATED, with(DIGEST, asked("NTLM, " + DIGEST_ASKED)).create());
    }

    @Test
    void breaks_for_a_nonce_that_the_server_did_not_give() {
        assertThat(Said.broken(
                        RESPONSE,
                        with(DIGEST.replace("n1", "n2"), asked(DIGEST_ASKED)).create()))
                .containsExactly("Create-Session has Authorization: nonce=n2 where nonce=n1, as the server gave it, is"
                        + " expected.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"other\", " + DIGEST_ASKED,
                "Digest realm=\"other\", nonce=\"n0\", opaque=\"o\", " + DIGEST_ASKED,
                DIGEST_ASKED + ", Digest realm=\"other\", nonce=\"n0\""
            })
    void holds_for_an_answer_to_any_of_several_challenges(String challenges) {
        Said.held(RESPONSE, with(DIGEST, asked(challenges)).create());
        assertThat(Said.broken(
                        RESPONSE,
                        with(DIGEST.replace("n1", "n2"), asked(challenges)).create()))
                .hasSize(1);
    }

    @Test
    void holds_for_an_answer_to_the_second_of_two_fields() {
        CaseBuilder played =
                session().create(ack -> refused(ack, "Basic realm=\"other\"").and("WWW-Authenticate: " + DIGEST_ASKED));
        Said.held(RESPONSE, with(DIGEST, played).create());
    }

    @Test
    void breaks_for_an_answer_to_none_of_several_challenges() {
        assertThat(Said.broken(
                        RESPONSE,
                        with(DIGEST.replace("n1", "n2"), asked(DIGEST_ASKED + ", Digest realm=\"bits\", nonce=\"n0\""))
                                .create()))
                .containsExactly("Create-Session has Authorization: nonce=n2 where nonce=n1 or n0, as the server gave"
                        + " it, is expected.");
    }

    @Test
    void a_proxy_is_answered_by_a_field_of_its_own() {
        Said.held(RESPONSE, toBoth(DIGEST, askedByProxy(session())).create());
        Said.held(NEGOTIATED, toBoth(DIGEST, askedByProxy(session())).create());
        assertThat(Said.broken(
                        RESPONSE,
                        toBoth(DIGEST.replace("n1", "n2"), askedByProxy(session()))
                                .create()))
                .containsExactly("Create-Session has Proxy-Authorization: nonce=n2 where nonce=n1, as the server gave"
                        + " it, is expected.");
    }

    @Test
    void breaks_for_packets_that_go_on_without_credentials_for_the_proxy() {
        assertThat(Said.broken(
                        RESPONSE,
                        with("Basic ***", askedByProxy(with("Basic ***", askedByProxy(session()))))
                                .create()))
                .containsExactly("The client sent Create-Session without credentials again after 2 answers that ask for"
                        + " them.");
    }

    @Test
    void a_demand_of_the_server_and_one_of_a_proxy_are_two() {
        CaseBuilder played = askedByProxy(session())
                .nextRequest(request -> request.with("Proxy-Authorization", DIGEST))
                .create(ack -> refused(ack, DIGEST_ASKED))
                .nextRequest(request -> request.with("Proxy-Authorization", DIGEST))
                .create(ack -> refused(ack, DIGEST_ASKED));
        assertThat(Said.broken(RESPONSE, played)).isEmpty();
    }

    @Test
    void breaks_for_packets_that_go_on_without_credentials() {
        CaseBuilder played = asked("Basic realm=\"bits\"");
        assertThat(Said.observed(RESPONSE, again(played)))
                .containsExactly("Create-Session was sent again without the credentials that the server asks for.");
        assertThat(Said.broken(RESPONSE, again(again(asked("Basic realm=\"bits\"")))))
                .containsExactly("The client sent Create-Session without credentials again after 2 answers that ask for"
                        + " them.");
    }

    @Test
    void breaks_for_credentials_that_are_sent_again_and_again() {
        CaseBuilder played = asked("Basic realm=\"bits\"");
        for (int i = 0; i < 6; i++) {
            played = with("Basic ***", played)
                    .create(ack -> ack.status(401).with("WWW-Authenticate", "Basic realm=\"bits\""));
        }
        assertThat(Said.broken(RESPONSE, played))
                .containsExactly("The client sent Create-Session with credentials again after they had been refused 5"
                        + " times.");
    }

    @Test
    void breaks_if_a_program_gives_up_and_says_that_all_is_well() {
        assertThat(Said.broken(RESPONSE, asked("Basic realm=\"bits\"").event(Said.ended(0))))
                .containsExactly("Create-Session was answered 401, and the client ended with exit code 0.");
        Said.held(RESPONSE, asked("Basic realm=\"bits\"").event(Said.ended(1)));
        Said.silent(RESPONSE, asked("Basic realm=\"bits\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Basic user:password, no NAME:PASSWORD in base64 after Basic",
        "Basic dXNlcg==, no NAME:PASSWORD in base64 after Basic",
        "'Digest username=\"u\", realm=\"r\", uri=\"/\", response=\"0\"', no nonce after Digest"
    })
    void breaks_for_credentials_in_another_form(String credentials, String flaw) {
        assertThat(Said.broken(FORM, with(credentials, session()).create()))
                .containsExactly("Create-Session has Authorization with " + flaw + ".");
    }

    @Test
    void breaks_for_credentials_that_the_record_hides_and_calls_malformed() {
        assertThat(Said.broken(FORM, with("Basic ?***", session()).create())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "Basic ***"})
    void masked_credentials_are_not_judged(String masked) {
        Said.silent(FORM, with(masked, session()).create());
    }

    @Test
    void breaks_for_a_scheme_that_the_server_did_not_offer() {
        assertThat(Said.broken(
                        NEGOTIATED,
                        with("Basic ***", asked("Digest realm=\"bits\", nonce=\"n1\""))
                                .create()))
                .containsExactly("Create-Session has credentials by the scheme basic, and the server offered digest.");
        Said.silent(NEGOTIATED, with("Basic ***", session()).create());
    }

    @Test
    void the_scheme_that_a_client_takes_is_reported() {
        assertThat(Said.observed(
                        "client.authentication.schemes",
                        with("Basic ***", asked("Negotiate, Basic realm=\"bits\""))
                                .create()))
                .containsExactly("The server offered negotiate, basic, and the client gave credentials by basic.");
    }

    @Test
    void credentials_in_a_url_are_reported() {
        assertThat(Said.observed(
                        "client.authentication.in-url",
                        session()
                                .nextRequest(request ->
                                        request.startLine("BITS_POST http://u:p@server.example/upload/file HTTP/1.1"))
                                .create()))
                .containsExactly("Create-Session has credentials within its URL.");
    }

    @Test
    void breaks_without_a_ping_on_a_new_connection_that_is_to_be_authenticated() {
        String requirement = "client.ping.authentication";
        assertThat(Said.broken(
                        requirement,
                        with("NTLM ***", asked("NTLM")).create().newConnection().fragment(0, 9, 10)))
                .containsExactly(
                        "The first packet on a new connection is Fragment where Ping is expected, since the server"
                                + " authenticates connections.");
        Said.held(
                requirement,
                with("NTLM ***", asked("NTLM")).create().newConnection().ping());
        Said.silent(
                requirement,
                with("Basic ***", asked("Basic realm=\"b\""))
                        .create()
                        .newConnection()
                        .close());
    }

    private static CaseBuilder asked(String challenge) {
        return session().create(ack -> refused(ack, challenge));
    }

    private static CaseBuilder askedByProxy(CaseBuilder played) {
        return played.create(
                ack -> ack.without("BITS-Session-Id").status(407).with("Proxy-Authenticate", DIGEST_ASKED));
    }

    private static CaseBuilder toBoth(String ofProxy, CaseBuilder played) {
        return played.nextRequest(
                request -> request.with("Authorization", "Basic ***").with("Proxy-Authorization", ofProxy));
    }

    private static CaseBuilder again(CaseBuilder played) {
        return played.create(ack -> refused(ack, "Basic realm=\"bits\""));
    }

    private static Message refused(Message ack, String challenge) {
        return ack.without("BITS-Session-Id").status(401).with("WWW-Authenticate", challenge);
    }

    private static CaseBuilder with(String credentials, CaseBuilder played) {
        return played.nextRequest(request -> request.with("Authorization", credentials));
    }
}
