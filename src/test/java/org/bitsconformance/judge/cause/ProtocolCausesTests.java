package org.bitsconformance.judge.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Predicate;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.UploadProtocol;
import org.junit.jupiter.api.Test;

class ProtocolCausesTests {

    private static final String KNOWN = UploadProtocol.BITS_1_5;
    private static final String OTHER = "{00000000-0000-4000-8000-000000000001}";

    /** Create-Session with each of these lists, twice; the server accepts those that satisfy {@code takes}. */
    private static CaseBuilder server(Predicate<String> takes, String... lists) {
        CaseBuilder played = CaseBuilder.session();
        for (int times = 0; times < 2; times++) {
            for (String list : lists) {
                played.nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                        .create(ack -> takes.test(list) ? ack : ack.error(400, "0x80070057"));
            }
        }
        return played;
    }

    private static CaseBuilder lists(Predicate<String> takes) {
        return server(takes, KNOWN, KNOWN + " " + OTHER, OTHER + " " + KNOWN, OTHER + " " + KNOWN + " " + OTHER);
    }

    @Test
    void the_list_is_compared_as_a_whole() {
        assertThat(CausesFound.ids(lists(KNOWN::equals))).containsExactly("protocols-compared-whole");
    }

    @Test
    void only_the_first_protocol_is_looked_at() {
        assertThat(CausesFound.ids(lists(list -> list.startsWith(KNOWN)))).containsExactly("protocols-first-only");
    }

    @Test
    void only_the_last_protocol_is_looked_at() {
        assertThat(CausesFound.ids(lists(list -> list.endsWith(KNOWN)))).containsExactly("protocols-last-only");
    }

    @Test
    void a_list_that_is_refused_for_another_reason_has_none_of_these_causes() {
        assertThat(CausesFound.ids(lists(list -> !list.startsWith(OTHER) || !list.endsWith(OTHER))))
                .isEmpty();
    }

    @Test
    void the_case_of_protocols_is_compared() {
        String upper = KNOWN.toUpperCase(Locale.ROOT);
        assertThat(CausesFound.ids(server(list -> list.contains(KNOWN), KNOWN, OTHER + " " + KNOWN, upper)))
                .containsExactly("protocols-letter-case");
    }

    @Test
    void the_list_is_not_read() {
        assertThat(CausesFound.ids(server(list -> true, KNOWN, OTHER, "{7df0354d}", "")))
                .containsExactly("protocols-not-read");
    }

    @Test
    void acceptance_of_only_an_unknown_list_does_not_mean_that_lists_are_not_read() {
        assertThat(CausesFound.ids(server(list -> !list.isEmpty(), KNOWN, OTHER, "")))
                .isEmpty();
    }
}
