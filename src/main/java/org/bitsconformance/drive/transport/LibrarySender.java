package org.bitsconformance.drive.transport;

import static io.restassured.RestAssured.given;

import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.target.Target;

/**
 * Sends requests as an ordinary HTTP client does: with REST Assured, which writes the request line and HTTP's own
 * fields.
 */
public final class LibrarySender implements Sender {

    private final Target target;
    private final SingleConnectionClient client;
    private final RestAssuredConfig config;

    public LibrarySender(Target target, Connector connector) {
        this.target = target;
        this.client = new SingleConnectionClient(connector, target);
        this.config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    @Override
    public boolean send(Ready request) throws ConnectException {
        String method = request.text().method();
        try {
            specified(request).request(method, request.url());
            return true;
        } catch (Exception e) {
            Optional<TappedSocket> socket = client.socket();
            if (socket.isEmpty()) {
                throw notConnected(e);
            }
            if (!socket.get().tap().awaited()) {
                throw notSent(e);
            }
            // The library gave up on an answer that it did not understand; the rest belongs to the record too.
            AnswerReading.of(socket.get());
            return false;
        }
    }

    private RequestSpecification specified(Ready request) {
        List<Header> fields = request.text().lines().stream()
                .map(line -> line.split(": ?", 2))
                .map(field -> new Header(field[0], field[1]))
                .filter(field -> !ofTheLibrary(field.getName()))
                .toList();
        RequestSpecification specified =
                given().config(config).urlEncodingEnabled(false).headers(new Headers(fields));
        byte[] body = request.body();
        return body.length == 0 ? specified : specified.body(body);
    }

    /** Whether the library sets this field itself, which it does unless the target file does. */
    private boolean ofTheLibrary(String name) {
        return name.equalsIgnoreCase(BitsHeaders.CONTENT_LENGTH)
                || (Stream.of("Host", "Accept").anyMatch(name::equalsIgnoreCase) && !target.sets(name));
    }

    @Override
    public Optional<TappedSocket> socket() {
        return client.socket();
    }

    @Override
    public void abandon() {
        client.abandon();
    }

    /** Unwraps what REST Assured throws: it wraps exceptions from below in its own. */
    private static ConnectException notConnected(Exception e) {
        for (Throwable cause : causes(e)) {
            if (cause instanceof DrivingStopped stopped) {
                throw stopped;
            }
            if (cause instanceof ConnectException refused) {
                return refused;
            }
        }
        throw notSent(e);
    }

    private static IllegalStateException notSent(Exception e) {
        return new IllegalStateException("a packet could not be sent: " + e.getMessage(), e);
    }

    private static List<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).toList();
    }
}
