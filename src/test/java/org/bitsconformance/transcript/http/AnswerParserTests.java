package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.transcript.http.Answer.Framing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTests {

    private static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";

    @Nested
    class TheHead {

        @Test
        void isReadInItsParts() {
            Answer answer = parsed(ACK);

            assertThat(answer.version()).isEqualTo("HTTP/1.1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.reason()).isEqualTo("OK");
            assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(answer.headers().fields())
                    .containsExactly(new Header("BITS-Packet-Type", "Ack"), new Header("Content-Length", "0"));
            assertThat(answer.defects()).isEmpty();
            assertThat(answer.complete()).isTrue();
            assertThat(answer.excess()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200 \r\n\r\n"})
        void needsNoReason(String text) {
            assertThat(parsed(text).reason()).isEmpty();
            assertThat(parsed(text).statusLine()).isEqualTo("HTTP/1.1 200");
            assertThat(parsed(text).defects()).isEmpty();
        }

        @Test
        void mayHaveAnyOctetInItsReason() {
            assertThat(parsed("HTTP/1.1 200 \u00c3\u0085 ok\r\n\r\n").reason()).isEqualTo("\u00c3\u0085 ok");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\nA: 1\n\n",
                    "HTTP/1.1 200 OK\r\nA: 1\r\n\n",
                    "HTTP/1.1 200 OK\nA: 1\n\r\n",
                    "HTTP/1.1 200 OK\nA: 1\r\n\r\n"
                })
        void mayEndItsLinesInJustLf(String text) {
            assertThat(parsed(text).headers().first("A")).contains("1");
            assertThat(parsed(text).defects()).containsExactly("lines that end in LF without CR");
        }

        @Test
        void mayComeAfterInterimAnswers() {
            Answer answer = parsed("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 P\r\nA: 1\r\n\r\n" + ACK);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.interim()).isEqualTo(2);
            assertThat(answer.headers().has("A")).isFalse();
        }

        @Test
        void isAbsentWhileOnlyAnInterimAnswerHasArrived() {
            assertThat(parse("HTTP/1.1 100 Continue\r\n\r\n")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "HTTP/1.1 200 OK\r\n",
                    "HTTP/1.1 2000 OK\r\n\r\n",
                    "HTTP/1.1 20 OK\r\n\r\n",
                    "HTTP/1.1  200 OK\r\n\r\n",
                    "http/1.1 200 OK\r\n\r\n",
                    "HTTP/1 200 OK\r\n\r\n",
                    "ICY 200 OK\r\n\r\n",
                    "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
                })
        void isNotMadeOfAnythingElse(String text) {
            assertThat(parse(text)).isEmpty();
        }
    }

    @Nested
    class TheBody {

        @Test
        void isAsLongAsContentLengthSays() {
            Answer answer = parsed("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nbodymore");

            assertThat(answer.framing()).isEqualTo(Framing.CONTENT_LENGTH);
            assertThat(answer.body()).isEqualTo("body");
            assertThat(answer.complete()).isTrue();
            assertThat(answer.excess()).isEqualTo(4);
        }

        @Test
        void isIncompleteUntilAllOfItIsThere() {
            Answer answer = parsed("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nbod");

            assertThat(answer.complete()).isFalse();
            assertThat(answer.body()).isEqualTo("bod");
        }

        @ParameterizedTest
        @ValueSource(strings = {"999999999999999999", "4294967296"})
        void mayBeAnnouncedAsHuge(String length) {
            assertThat(parsed("HTTP/1.1 404 No\r\nContent-Length: " + length + "\r\n\r\nx")
                            .complete())
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "+4", "4 4", "0x4", "", "99999999999999999999"})
        void lastsUntilTheConnectionEndsIfThereIsNoLength(String length) {
            String text = "HTTP/1.1 404 No\r\nContent-Length: " + length + "\r\n\r\nbody";

            assertThat(parsed(text).framing()).isEqualTo(Framing.UNTIL_CLOSE);
            assertThat(parsed(text).complete()).isFalse();
            assertThat(AnswerParser.parse(text, "BITS_POST", true).orElseThrow().complete())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 304})
        void isRuledOutByTheStatus(int status) {
            Answer answer = parsed("HTTP/1.1 " + status + " X\r\nContent-Length: 4\r\n\r\nbody");

            assertThat(answer.framing()).isEqualTo(Framing.NO_BODY);
            assertThat(answer.excess()).isEqualTo(4);
        }

        @Test
        void isRuledOutByTheMethod() {
            assertThat(AnswerParser.parse("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", "HEAD", false)
                            .orElseThrow()
                            .complete())
                    .isTrue();
        }
    }

    @Nested
    class Chunks {

        private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n";

        @Test
        void arePutTogether() {
            Answer answer = parsed(HEAD + "4;name=\"value\"\r\nbody\r\n00A\r\n0123456789\r\n0\r\n\r\n");

            assertThat(answer.framing()).isEqualTo(Framing.CHUNKED);
            assertThat(answer.body()).isEqualTo("body0123456789");
            assertThat(answer.complete()).isTrue();
            assertThat(answer.defects()).isEmpty();
        }

        @Test
        void mayEndInATrailer() {
            Answer answer = parsed(HEAD + "1\r\nx\r\n0;last\r\nA: 1\r\nB: 2\r\n\r\nmore");

            assertThat(answer.complete()).isTrue();
            assertThat(answer.excess()).isEqualTo(4);
        }

        @Test
        void mayHoldLineEnds() {
            assertThat(parsed(HEAD + "4\r\n\r\n\r\n\r\n0\r\n\r\n").body()).isEqualTo("\r\n\r\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "4", "4\r\nbo", "4\r\nbody\r\n", "4\r\nbody\r\n0\r\n", "0\r\nA: 1\r\n", "7fffffff\r\nx"})
        void areIncompleteIfTheyAreCut(String text) {
            assertThat(parsed(HEAD + text).complete()).isFalse();
            assertThat(parsed(HEAD + text).defects()).isEmpty();
            assertThat(parsed(HEAD + text).unfinished()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "nonsense", "", "123456789", "0x4"})
        void needASize(String size) {
            assertThat(parsed(HEAD + size + "\r\nbody\r\n0\r\n\r\n").defects())
                    .containsExactly("a chunk without a size: " + size);
            assertThat(parsed(HEAD + size + "\r\nbody\r\n0\r\n\r\n").unfinished())
                    .isFalse();
        }
    }

    @Nested
    class Cuts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: 1\r\n b\r\nContent-Length: 4\r\n\r\nbody",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nbody\r\n0\r\nT: 1\r\n\r\n",
                    "HTTP/1.1 500\nBITS-Error: 0x1\n\n<html>"
                })
        void areToldFromWhatIsWrongAtEveryByte(String text) {
            for (int length = 0; length < text.length(); length++) {
                String cut = text.substring(0, length);
                Optional<Answer> answer = parse(cut);

                assertThat(AnswerParser.isNotHttp(cut)).isFalse();
                assertThat(answer.filter(Answer::complete)).isEmpty();
            }
            assertThat(AnswerParser.parse(text, "BITS_POST", true).orElseThrow().complete())
                    .isTrue();
        }
    }

    @Nested
    class WhatIsNotHttp {

        @ParameterizedTest
        @ValueSource(strings = {"x", "HTTPS", "\r\n", "<html>", "HTTP/1.1 OK\r\n", "\0", "SSH-2.0-x\r\n"})
        void isSeenFromItsFirstBytes(String text) {
            assertThat(AnswerParser.isNotHttp(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "H", "HTTP/", "HTTP/1", "HTTP/1.1 2", "HTTP/1.1 200\r\n", "HTTP/1.0 200 Fine\n"})
        void isNotSeenTooEarly(String text) {
            assertThat(AnswerParser.isNotHttp(text)).isFalse();
        }
    }

    @Nested
    class Junk {

        private static final int SIZE = 256 << 10;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\n",
                    " a\n",
                    ":\n",
                    "A: 1\r\n",
                    "\r",
                    " ",
                    "x",
                    "1\r\nx\r\n",
                    "HTTP/1.1 100 C\r\n\r\n",
                    "HTTP/1.1 200 OK\r\n"
                })
        void isReadInBoundedTime(String part) {
            String junk = part.repeat(SIZE / part.length());

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                parse(junk);
                parse("HTTP/1.1 200 OK\r\n" + junk + "\r\n\r\n");
                parse("HTTP/1.1 200 OK\r\nA: 1\r\n" + junk + "\r\n\r\n");
                parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + junk);
                AnswerParser.isNotHttp(junk);
            });
        }
    }

    private static Optional<Answer> parse(String text) {
        return AnswerParser.parse(text, "BITS_POST", false);
    }

    private static Answer parsed(String text) {
        return parse(text).orElseThrow();
    }
}
