package org.bitsconformance.reference;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.RequestAsSent;
import org.bitsconformance.reference.http.RequestHead;
import org.bitsconformance.reference.http.ServerAnswer;

/** Replaces WireMock's responses with the answers of a {@link BitsServer}; all, if the front end of a {@link ReferenceServer} has it. */
final class AnsweringTransformer implements ResponseTransformerV2 {

    /** How long an answer that never comes is held back, in seconds; after that its thread is needed. */
    private static final long LONGEST_SILENCE = 60;

    private static final int ANY_CONNECTION = 0;

    private final BitsServer server;
    private final CountDownLatch closing;

    /** Silent answers end when {@code closing} reaches zero. */
    AnsweringTransformer(BitsServer server, CountDownLatch closing) {
        this.server = server;
        this.closing = closing;
    }

    @Override
    public String getName() {
        return "bits";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        return responseTo(server.answer(packetOf(event.getRequest())));
    }

    private Response responseTo(ServerAnswer answer) {
        return switch (answer.delivery()) {
            case NORMAL, CHUNKED -> responseOf(answer);
            case CUT_SHORT -> cutShort(answer);
            case NEVER -> {
                keepSilent();
                yield broken(Fault.EMPTY_RESPONSE);
            }
            case RESET -> broken(Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY -> broken(Fault.EMPTY_RESPONSE);
            case GARBAGE -> broken(Fault.RANDOM_DATA_THEN_CLOSE);
            default -> throw new IllegalStateException(answer.delivery() + " needs the socket");
        };
    }

    private static ReceivedPacket packetOf(LoggedRequest request) {
        byte[] shielded = request.getBody();
        return packetOf(request, RequestAsSent.bodyOf(shielded), RequestAsSent.connectionOf(shielded));
    }

    /** Answers a request to a WireMock server of somebody else, whose connections are not known. */
    Response answer(LoggedRequest request) {
        return responseTo(server.answer(packetOf(request, Bytes.of(request.getBody()), ANY_CONNECTION)));
    }

    private static ReceivedPacket packetOf(LoggedRequest request, Bytes body, int connection) {
        List<HeaderField> headers = request.getHeaders().all().stream()
                .flatMap(header -> header.values().stream().map(value -> new HeaderField(header.key(), value)))
                .toList();
        String path = request.getUrl().split("\\?", 2)[0];
        return new ReceivedPacket(
                request.getMethod().value(),
                path,
                RequestHead.queryOf(request.getUrl()),
                new HeaderFields(headers),
                body,
                connection);
    }

    private static Response responseOf(ServerAnswer answer) {
        List<HttpHeader> headers = answer.headers().fields().stream()
                .map(field -> new HttpHeader(field.name(), field.value()))
                .toList();
        return Response.response()
                .status(answer.status().code())
                .statusMessage(answer.status().reason())
                .headers(new HttpHeaders(headers))
                .body(answer.body().array())
                .build();
    }

    /** Half of the body, sent at once, with the Content-Length of the whole; Jetty then drops the connection. */
    private static Response cutShort(ServerAnswer answer) {
        Bytes half = answer.body().slice(0, answer.body().length() / 2);
        return Response.Builder.like(responseOf(answer))
                .body(half.array())
                .chunkedDribbleDelay(new ChunkedDribbleDelay(1, 1))
                .build();
    }

    private static Response broken(Fault fault) {
        return Response.response().fault(fault).build();
    }

    private void keepSilent() {
        try {
            closing.await(LONGEST_SILENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
