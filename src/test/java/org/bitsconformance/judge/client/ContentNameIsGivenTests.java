package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentNameIsGivenTests {

    private static final String FIRST_ONLY = "packet.fragment.content-name.first-only";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packet.content-name.form",
                "packet.content-name.length",
                "packet.content-name.value",
                "packet.create-session.content-name",
                "packet.fragment.content-name"
            })
    void holds_with_the_name_of_the_file(String requirement) {
        Said.held(requirement, named("file.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%D1%8F", "\u00d1\u008f"})
    void holds_for_260_characters_however_they_are_encoded(String character) {
        Said.held("packet.content-name.length", named(character.repeat(260)));
        assertThat(Said.broken("packet.content-name.length", named(character.repeat(261))))
                .hasSize(2);
    }

    @Test
    void breaks_for_a_long_name() {
        assertThat(Said.broken("packet.content-name.length", named("x".repeat(261)))
                        .get(0))
                .startsWith("Create-Session has Content-Name: xxx")
                .endsWith(" where at most 260 characters is expected.");
    }

    @Test
    void breaks_for_control_characters() {
        assertThat(Said.broken("packet.content-name.form", named("a\u0007b")).get(0))
                .isEqualTo("Create-Session has Content-Name: a\\x07b where a value without control characters is"
                        + " expected.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\files\\a.txt", "\\\\server\\a.txt", "/tmp/a.txt", "files/a.txt"})
    void breaks_for_a_path(String path) {
        assertThat(Said.broken("packet.content-name.value", named(path)).get(0))
                .isEqualTo("Create-Session has Content-Name: " + path + " where a name without a path is expected.");
    }

    @Test
    void a_backslash_may_be_part_of_a_name() {
        Said.held("packet.content-name.value", named("a\\b"));
    }

    @Test
    void breaks_without_it_in_create_session_under_mc_bup_alone() {
        String requirement = "packet.create-session.content-name";
        assertThat(Said.broken(requirement, CaseBuilder.created().dialect(Dialect.MC_BUP)))
                .containsExactly("Create-Session has no Content-Name.");
        assertThat(Said.observed(requirement, CaseBuilder.created()))
                .containsExactly("Create-Session has no Content-Name, as the Win32 page has it; MC-BUP says that it"
                        + " should.");
    }

    @Test
    void breaks_without_it_in_the_first_fragment() {
        String requirement = "packet.fragment.content-name";
        assertThat(Said.broken(
                        requirement, CaseBuilder.created().fragment(0, 9, 20).fragment(10, 19, 20)))
                .containsExactly("Fragment has no Content-Name.");
        assertThat(Said.broken(
                        requirement,
                        CaseBuilder.session()
                                .nextRequest(request -> request.with("Content-Name", "one"))
                                .create()
                                .nextRequest(request -> request.with("Content-Name", "two"))
                                .fragment(0, 9, 10)))
                .containsExactly("Fragment has Content-Name: two where Content-Name: one as in Create-Session is"
                        + " expected.");
    }

    @Test
    void breaks_in_other_packets_under_win32_alone() {
        CaseBuilder played = named("a").nextRequest(request -> request.with("Content-Name", "a"));
        assertThat(Said.broken(
                        FIRST_ONLY,
                        named("a")
                                .nextRequest(request -> request.with("Content-Name", "a"))
                                .close()
                                .dialect(Dialect.WIN32)))
                .containsExactly(
                        "Create-Session has Content-Name: a where no Content-Name is expected.",
                        "Close-Session has Content-Name: a where no Content-Name is expected.");
        assertThat(Said.observed(FIRST_ONLY, played.close()))
                .contains("Close-Session has Content-Name, as MC-BUP allows.");
        Said.held(FIRST_ONLY, CaseBuilder.created().close().dialect(Dialect.WIN32));
    }

    @Test
    void the_first_fragment_may_be_sent_again_with_it() {
        assertThat(Said.broken(
                        FIRST_ONLY,
                        CaseBuilder.created()
                                .nextRequest(request -> request.with("Content-Name", "a"))
                                .fragment(0, 9, 20, ack -> ack.status(500))
                                .nextRequest(request -> request.with("Content-Name", "a"))
                                .fragment(0, 9, 20)
                                .dialect(Dialect.WIN32)))
                .isEmpty();
    }

    private static CaseBuilder named(String name) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("Content-Name", name))
                .create()
                .nextRequest(request -> request.with("Content-Name", name))
                .fragment(0, 9, 10);
    }
}
