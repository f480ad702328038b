package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import org.bitsconformance.judge.CaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentIsWrittenTests {

    private static final String RANGE = "packet.fragment.content-range";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packet.fragment.content-range",
                "packet.fragment.content-range.offsets",
                "packet.fragment.content-range.total",
                "packet.fragment.body",
                "packet.fragment.content-headers",
                "client.one-file"
            })
    void holds_for_right_fragments(String requirement) {
        Said.held(
                requirement,
                named("a", 0, 9)
                        .nextRequest(request -> request.with("Content-Name", "a"))
                        .fragment(10, 19, 20)
                        .close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-9/*", "Bytes 0-9/20", "bytes 0-9 / 20"})
    void holds_for_every_spelling_of_http(String range) {
        Said.held(RANGE, ranging(range));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-9/20",
                "bytes=0-9/20",
                "bytes 0-9",
                "bytes 9-0/20",
                "bytes 0-20/20",
                "bytes -9/20",
                "items 0-9/20"
            })
    void breaks_for_another_form(String range) {
        assertThat(Said.broken(RANGE, ranging(range)))
                .containsExactly("Fragment has Content-Range: " + range + " where bytes FIRST-LAST/TOTAL is expected.");
    }

    @Test
    void breaks_without_a_range() {
        assertThat(Said.broken(
                        RANGE,
                        created()
                                .nextRequest(request -> request.without("Content-Range"))
                                .fragment(0, 9, 20)))
                .containsExactly("Fragment has no Content-Range.");
    }

    @ParameterizedTest
    @CsvSource({"bytes 1-10/20", "bytes 11-20/20"})
    void breaks_for_offsets_that_count_from_1(String range) {
        assertThat(Said.broken("packet.fragment.content-range.offsets", ranging(range)))
                .containsExactly(
                        "Fragment has Content-Range: " + range + " where offsets that count from 0 is expected.");
    }

    @Test
    void breaks_for_another_total() {
        String requirement = "packet.fragment.content-range.total";
        assertThat(Said.broken(requirement, created().fragment(0, 9, 20).fragment(10, 19, 30)))
                .containsExactly("Fragment has Content-Range: bytes 10-19/30 where the total 20 of the Fragment before"
                        + " is expected.");
        assertThat(Said.broken(
                        requirement,
                        created().fragment(0, 9, 30).ping().fragment(10, 19, 20).fragment(20, 29, 30)))
                .hasSize(2);
        assertThat(Said.broken(requirement, ranging("bytes 0-9/*")))
                .containsExactly("Fragment has Content-Range: bytes 0-9/* where the number of bytes in the whole file"
                        + " after the slash is expected.");
    }

    @Test
    void another_session_may_have_another_total() {
        Said.held(
                "packet.fragment.content-range.total",
                created().fragment(0, 9, 20).create().fragment(0, 9, 30));
    }

    @Test
    void breaks_for_a_body_of_another_length() {
        assertThat(Said.broken("packet.fragment.body", ranging("bytes 0-8/20")))
                .containsExactly("Fragment (bytes 0-8/20) has 10 bytes where 9 are expected.");
    }

    @Test
    void a_body_that_was_broken_off_is_judged_by_its_announced_length() {
        Said.held(
                "packet.fragment.body",
                created().nextRequest(request -> request.onlyBody("12345")).fragment(0, 9, 20));
    }

    @ParameterizedTest
    @CsvSource({"Content-Type, text, a media type", "Content-MD5, abc, 128 bits in base64"})
    void breaks_for_content_fields_that_are_not_of_http(String name, String value, String expected) {
        assertThat(Said.broken(
                        "packet.fragment.content-headers",
                        created()
                                .nextRequest(request -> request.with(name, value))
                                .fragment(0, 9, 20)))
                .containsExactly("Fragment has " + name + ": " + value + " where " + expected + " is expected.");
    }

    @Test
    void breaks_for_another_file_in_the_same_session() {
        assertThat(Said.broken(
                        "client.one-file",
                        named("a", 0, 9)
                                .nextRequest(request -> request.with("Content-Name", "b"))
                                .fragment(10, 19, 20)))
                .containsExactly("Fragment has Content-Name: b where a as in the Fragments before is expected.");
    }

    private static CaseBuilder named(String name, long first, long last) {
        return created()
                .nextRequest(request -> request.with("Content-Name", name).with("Content-Type", "application/x; a=b"))
                .fragment(first, last, 20);
    }

    private static CaseBuilder ranging(String range) {
        return created()
                .nextRequest(request -> request.with("Content-Range", range))
                .fragment(0, 9, 20);
    }
}
