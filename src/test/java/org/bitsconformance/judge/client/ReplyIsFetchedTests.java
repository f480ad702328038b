package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyIsFetchedTests {

    private static final String DOWNLOADED = "client.reply.downloaded";
    private static final String THEN_CLOSED = "client.reply.then-close";
    private static final String MISSING = "client.reply.missing";
    private static final String DYNAMIC = "client.download.dynamic";
    private static final String URL = "http://server.example/reply/file";

    @Test
    void holds_for_a_download_before_the_close() {
        CaseBuilder played = fetch(replied()).close();
        Said.held(DOWNLOADED, played);
        Said.held(THEN_CLOSED, played);
    }

    @Test
    void breaks_for_a_download_after_the_close() {
        assertThat(Said.broken(THEN_CLOSED, fetch(replied().close())))
                .containsExactly(
                        "Close-Session was sent before the reply was fetched, and the server may have deleted it.");
        Said.silent(THEN_CLOSED, replied().close());
        Said.silent(THEN_CLOSED, created().fragment(0, 9, 10).close());
    }

    @Test
    void breaks_without_a_download_if_a_reply_was_wanted() {
        assertThat(Said.broken(
                        DOWNLOADED, replied().close().event(Said.ended(0)).uploadReply()))
                .containsExactly("The client did not fetch the reply " + URL + ".");
        assertThat(Said.observed(DOWNLOADED, replied().close().event(Said.ended(0))))
                .containsExactly("The client did not fetch the reply " + URL
                        + " here; it may want none, or have fetched it elsewhere.");
        Said.silent(DOWNLOADED, replied());
    }

    @Test
    void a_reply_on_another_host_may_be_fetched_unseen() {
        String elsewhere = "http://replies.example/file";
        assertThat(Said.observed(
                        DOWNLOADED,
                        replied(elsewhere).close().event(Said.ended(0)).uploadReply()))
                .containsExactly("The client did not fetch the reply " + elsewhere
                        + " here; it may want none, or have fetched it elsewhere.");
        assertThat(Said.broken(
                        DOWNLOADED,
                        replied(elsewhere).close().event(Said.ended(0)).uploadReply()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://SERVER.example:80/reply/file", "/reply/file"})
    void breaks_without_a_download_from_the_same_host(String url) {
        assertThat(Said.broken(
                        DOWNLOADED, replied(url).close().event(Said.ended(0)).uploadReply()))
                .hasSize(1);
    }

    @Test
    void holds_if_a_program_says_that_the_reply_is_missing() {
        Said.held(
                MISSING,
                created().fragment(0, 9, 10).close().event(Said.ended(1)).uploadReply());
        Said.silent(MISSING, created().fragment(0, 9, 10).close().event(Said.ended(1)));
        Said.silent(MISSING, created().fragment(0, 9, 10).close().uploadReply());
    }

    @Test
    void breaks_if_it_says_nothing() {
        assertThat(Said.broken(
                        MISSING,
                        created()
                                .fragment(0, 9, 10)
                                .close()
                                .event(Said.ended(0))
                                .uploadReply()))
                .containsExactly("The server gave no BITS-Reply-URL, and the client ended with exit code 0.");
    }

    @Test
    void a_reply_without_a_length_is_reported() {
        CaseBuilder played = replied()
                .download(
                        Message.of("GET /reply/file HTTP/1.1").with("Host", "server.example"),
                        Message.of("HTTP/1.1 200 OK")
                                .with("Transfer-Encoding", "chunked")
                                .onlyBody("1\r\nx\r\n0\r\n\r\n"))
                .close();
        assertThat(Said.observed(DYNAMIC, played))
                .containsExactly("The reply came without Content-Length, and the client closed its session.");
        Said.silent(DYNAMIC, fetch(replied()).close());
    }

    private static CaseBuilder replied() {
        return replied(URL);
    }

    private static CaseBuilder replied(String url) {
        return created().fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", url));
    }

    private static CaseBuilder fetch(CaseBuilder played) {
        return played.download(
                Message.of("GET /reply/file HTTP/1.1").with("Host", "server.example"),
                Message.of("HTTP/1.1 200 OK").body("the reply"));
    }
}
