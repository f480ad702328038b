package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.directory;
import static org.bitsconformance.judge.session.BeyondCases.place;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;

class DirectoryIsRefusedTests {

    @Test
    void holdsForEitherDocument() {
        assertThat(directory(Dialect.ANY, ack -> ack.error(400, "0x80070057"))).containsExactly(Judgement.held());
        assertThat(directory(Dialect.ANY, ack -> ack.error(404, "0x80070003"))).containsExactly(Judgement.held());
    }

    @Test
    void breaksForTheOtherDocumentsStatusAndForAnotherCode() {
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
    void breaksForAnUploadThatIsAcceptedToItsEnd() {
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
}
