package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.transcript.http.Answer;

/**
 * The suite's own sender: writes a request as it is, and keeps the connection as long as the answer allows (RFC 2616
 * 8.1).
 */
public final class RequestWriter implements Sender {

    /** A header and body up to this length together go out in one write, in bytes. */
    private static final int AT_ONCE = 64 << 10;

    private final Connector connector;
    private TappedSocket socket;

    public RequestWriter(Connector connector) {
        this.connector = connector;
    }

    @Override
    public boolean send(Ready request) throws ConnectException {
        if (socket == null) {
            socket = connector.open(request.url());
            socket.tap().begin();
        }
        write(request);
        Optional<Answer> answer = AnswerReading.of(socket);
        boolean whole = answer.filter(Answer::complete).isPresent();
        if (!whole || !keeps(request.text(), answer.get())) {
            socket.close();
        }
        return whole;
    }

    private void write(Ready request) {
        byte[] head = request.text().text().getBytes(StandardCharsets.ISO_8859_1);
        try {
            OutputStream out = socket.getOutputStream();
            if (request.streamed().isPresent()) {
                Content content = request.streamed().get();
                out.write(head);
                socket.tap().keepNoMore();
                content.writeTo(out, content.length(), () -> !socket.refused());
                return;
            }
            byte[] body = request.body();
            if (head.length + body.length <= AT_ONCE) {
                byte[] all = Arrays.copyOf(head, head.length + body.length);
                System.arraycopy(body, 0, all, head.length, body.length);
                out.write(all);
            } else {
                out.write(head);
                out.write(body);
            }
        } catch (IOException e) {
            // The tap knows how the exchange ended.
        }
    }

    /**
     * Whether another request may follow: the end of the answer is certain, and neither side has said that this is the
     * last.
     */
    private static boolean keeps(RequestText request, Answer answer) {
        List<String> lengths = answer.headers().all("Content-Length");
        boolean certain = switch (answer.framing()) {
            case CONTENT_LENGTH -> lengths.size() == 1;
            case CHUNKED -> true;
            case NO_BODY -> lengths.stream().allMatch("0"::equals) || answer.status() != 204;
            case UNTIL_CLOSE -> false;
        };
        List<String> said = Stream.concat(
                        answer.headers().all("Connection").stream(), Stream.of(request.value("Connection")))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(option -> option.strip().toLowerCase(Locale.ROOT))
                .toList();
        return certain
                && !said.contains("close")
                && (!answer.version().equals("HTTP/1.0") || said.contains("keep-alive"));
    }

    @Override
    public Optional<TappedSocket> socket() {
        return Optional.ofNullable(socket);
    }

    @Override
    public void abandon() {
        if (socket != null) {
            socket.end();
            socket = null;
        }
    }
}
