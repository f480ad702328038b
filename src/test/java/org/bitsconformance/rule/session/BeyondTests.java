package org.bitsconformance.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.Message;
import org.bitsconformance.rule.Played;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

/** The rules about what a target is declared not to take. */
class BeyondTests {

    private static final String PLACE = "http://server.example/upload/";
    private static final LargeFragmentIsRefused FRAGMENT = new LargeFragmentIsRefused();

    @Test
    void an_upload_over_the_limit_is_refused_at_some_packet() {
        assertThat(upload().fragment(0, 9, 31)
                        .fragment(10, 30, 31, ack -> ack.error(500, "0x80200020"))
                        .by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(413)).by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
        assertThat(upload().fragment(0, 30, 31)
                        .close(ack -> ack.error(500, "0x80200020"))
                        .by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.held());
    }

    @Test
    void an_upload_over_the_limit_that_is_taken_to_its_end_breaks_that() {
        Played taken = upload().fragment(0, 30, 31).close();

        assertThat(taken.by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.broken(
                        "a refusal of one of its packets",
                        "every packet was answered with success, up to Close-Session",
                        "An upload of more than the 30 bytes that the target declares as maxUpload was taken up to its"
                                + " Close-Session."));
        assertThat(taken.broken()).containsExactly("directory.maximum-upload-size");
    }

    @Test
    void one_that_was_not_sent_to_its_end_says_nothing() {
        assertThat(upload().fragment(0, 9, 31).by(new LargeUploadIsRefused()))
                .containsExactly(Judgement.observed("An upload of more than the 30 bytes that the target declares as"
                        + " maxUpload was not refused as far as it was sent."));
        assertThat(upload().fragment(0, 9, 30).by(new LargeUploadIsRefused())).isEmpty();
        assertThat(limited().create().fragment(0, 9, 31).by(new LargeUploadIsRefused()))
                .as("by a case that is not about it")
                .isEmpty();
    }

    @Test
    void the_refusal_of_a_file_says_that_it_is_too_large() {
        assertThat(upload().fragment(0, 9, 31, ack -> ack.error(404, "0x80200020"))
                        .by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.held());
        Played other = upload().fragment(0, 9, 31, ack -> ack.error(500, "0x80070057"));
        assertThat(other.by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.broken(
                        "0x80200020 (BG_E_TOO_LARGE)",
                        "BITS-Error: 0x80070057",
                        "The 500 answer to a fragment of an upload over maxUpload has BITS-Error: 0x80070057 where"
                                + " 0x80200020 (BG_E_TOO_LARGE) is expected."));
        assertThat(other.broken()).containsExactly("refusal.too-large.file");
    }

    @Test
    void a_file_that_is_refused_by_http_alone_or_not_at_all_accuses_nobody() {
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(413)).by(new LargeUploadHasItsCode()))
                .allMatch(Judgement.Observed.class::isInstance);
        assertThat(upload().fragment(0, 9, 31, ack -> ack.status(404)).by(new LargeUploadHasItsCode()))
                .allMatch(Judgement.Observed.class::isInstance);
        assertThat(upload().fragment(0, 9, 31).by(new LargeUploadHasItsCode()))
                .containsExactly(Judgement.skipped("no fragment of an upload over maxUpload was refused"));
        assertThat(upload().nextAnswered("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nhtml", Ending.ANSWERED)
                        .fragment(0, 9, 31)
                        .broken())
                .isEmpty();
    }

    @Test
    void a_fragment_over_the_limit_is_refused_with_500_and_its_code_or_with_413() {
        assertThat(fragment(ack -> ack.error(500, "0x80200020")).by(FRAGMENT)).isEqualTo(Judgement.held());
        assertThat(fragment(ack -> ack.status(413)).by(FRAGMENT)).isEqualTo(Judgement.held());
        assertThat(fragment(ack -> ack.error(404, "0x80200020")).by(FRAGMENT))
                .isEqualTo(Judgement.broken(
                        "413, or 500 with 0x80200020 (BG_E_TOO_LARGE)",
                        "404 with BITS-Error: 0x80200020",
                        "A Fragment over maxFragment was answered 404 with BITS-Error: 0x80200020 where 413, or 500"
                                + " with 0x80200020 (BG_E_TOO_LARGE) is expected."));
        assertThat(fragment(ack -> ack.error(500, "0x80070057")).broken())
                .containsExactly("refusal.too-large.fragment");
    }

    @Test
    void a_fragment_over_the_limit_may_be_taken_and_its_connection_ended() {
        assertThat(fragment(ack -> ack).by(FRAGMENT))
                .isEqualTo(Judgement.observed("A fragment over maxFragment was taken."));
        Played reset = limited()
                .create()
                .purpose(Purpose.BEYOND)
                .nextUnanswered(Ending.RESET)
                .fragment(0, 20, 21)
                .probe(true);
        assertThat(reset.broken()).isEmpty();
    }

    @Test
    void a_directory_is_refused_as_either_document_has_it() {
        assertThat(directory(Dialect.ANY, ack -> ack.error(400, "0x80070057"))).containsExactly(Judgement.held());
        assertThat(directory(Dialect.ANY, ack -> ack.error(404, "0x80070003"))).containsExactly(Judgement.held());
        assertThat(directory(Dialect.MC_BUP, ack -> ack.error(404, "0x80070057")))
                .containsExactly(Judgement.broken(
                        "status 400",
                        "HTTP/1.1 404 Not Found",
                        "Create-Session was answered 404 where 400 is expected."));
        assertThat(directory(Dialect.WIN32, ack -> ack.error(400, "0x80070057")))
                .allMatch(Judgement.Broken.class::isInstance);
        assertThat(directory(Dialect.ANY, ack -> ack.error(400, "0x80070005")))
                .containsExactly(Judgement.broken(
                        "0x80070057 (E_INVALIDARG)",
                        "BITS-Error: 0x80070005",
                        "The 400 answer to Create-Session to a URL that leads to a directory has BITS-Error:"
                                + " 0x80070005 where 0x80070057 (E_INVALIDARG) is expected."));
        assertThat(directory(Dialect.ANY, ack -> Message.of("HTTP/1.1 405 No").with("Content-Length", "0")))
                .as("by another handler")
                .allMatch(Judgement.Observed.class::isInstance);
    }

    @Test
    void an_upload_to_a_directory_is_not_taken_up_to_its_end() {
        assertThat(place().create().fragment(0, 9, 10).close().by(new DirectoryIsRefused()))
                .containsExactly(Judgement.broken(
                        "a refusal of one of its packets",
                        "every packet was answered with success, up to Close-Session",
                        "An upload to a URL that leads to a directory was taken up to its Close-Session."));
        assertThat(place().create()
                        .fragment(0, 9, 10, ack -> ack.error(400, "0x80070057"))
                        .by(new DirectoryIsRefused()))
                .containsExactly(Judgement.held());
        assertThat(place().create().fragment(0, 9, 10).by(new DirectoryIsRefused()))
                .isEmpty();
    }

    @Test
    void a_place_without_uploads_gives_no_session() {
        DisabledPlaceGivesNoSession rule = new DisabledPlaceGivesNoSession();
        assertThat(place().create(ack -> ack.error(501, "0x80070005")).by(rule)).isEqualTo(Judgement.held());
        assertThat(place().create(ack -> Message.of("HTTP/1.1 404 No").with("Content-Length", "0"))
                        .broken())
                .isEmpty();
        assertThat(place().create().by(rule))
                .isEqualTo(Judgement.broken(
                        "a refusal, and no session",
                        "BITS-Session-Id: " + Played.id(1),
                        "Create-Session where uploads are not enabled was answered 200 with BITS-Session-Id."));
        assertThat(Played.created().by(rule)).as("elsewhere").isEqualTo(Judgement.outOfScope());
    }

    @Test
    void a_place_where_scripts_may_run_is_refused_with_its_code_if_with_any() {
        ExecutePlaceHasItsCode rule = new ExecutePlaceHasItsCode();
        assertThat(place().create(ack -> ack.error(403, "0x80200023")).by(rule)).isEqualTo(Judgement.held());
        assertThat(place().create(ack -> ack.error(403, "0x80070005")).by(rule))
                .isEqualTo(Judgement.broken(
                        "0x80200023 (BG_E_SERVER_EXECUTE_ENABLED)",
                        "BITS-Error: 0x80070005",
                        "The 403 answer to Create-Session where scripts or programs may run has BITS-Error: 0x80070005"
                                + " where 0x80200023 (BG_E_SERVER_EXECUTE_ENABLED) is expected."));
        assertThat(place().create().by(rule)).isInstanceOf(Judgement.Observed.class);
        assertThat(place().create(ack -> ack.status(403)).by(rule)).isInstanceOf(Judgement.Observed.class);
    }

    private static Played limited() {
        return Played.session().limits(30, 20);
    }

    private static Played upload() {
        return limited().create().purpose(Purpose.BEYOND);
    }

    private static Played fragment(UnaryOperator<Message> ack) {
        return limited().create().purpose(Purpose.BEYOND).fragment(0, 20, 21, ack);
    }

    private static List<Judgement> directory(Dialect dialect, UnaryOperator<Message> ack) {
        return place().dialect(dialect).create(ack).by(new DirectoryIsRefused());
    }

    private static Played place() {
        Optional<String> place = Optional.of(PLACE);
        return Played.session()
                .declared(new Declared(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DeclaredAccess.UNDECLARED,
                        new DeclaredLimits(OptionalLong.empty(), place, place, place)))
                .purpose(Purpose.BEYOND);
    }
}
