package org.bitsconformance.wire;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.Excerpt;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;

/**
 * Finds out, with a Ping and where need be a Create-Session, whether a BITS server can be reached at all. A server that
 * answers BITS packets wrongly is let through: to judge it is what the cases are for.
 */
final class Preflight {

    private final TargetLink link;
    private final Target target;

    Preflight(TargetLink link) {
        this.link = link;
        this.target = link.target();
    }

    Probed probe() {
        URI url = link.probeUrl();
        try {
            Exchange ping = exchange(Packet.of(PacketType.PING, url));
            Optional<Answer> answer = answer(ping);
            Optional<String> server = answer.flatMap(seen -> seen.headers().first("Server"));
            if (answer.filter(Preflight::speaksBits).isPresent()) {
                return new Probed(server, disabled(answer.get()));
            }
            if (leavesHope(ping, answer) && createSessionFindsBits(url)) {
                return new Probed(server, Optional.empty());
            }
            return new Probed(server, Optional.of(answer.map(this::foreign).orElseGet(() -> withoutAnswer(ping))));
        } catch (ConnectException e) {
            return new Probed(Optional.empty(), Optional.of(notConnected(e)));
        } catch (DrivingStopped e) {
            return new Probed(Optional.empty(), Optional.empty());
        }
    }

    private Exchange exchange(Packet packet) throws ConnectException {
        try (RawConnection connection = new RawConnection(link.connector().open(packet.url()))) {
            Traffic traffic = connection.send(RequestText.of(packet, target, link.userAgent("preflight")));
            link.expenses().add(traffic);
            link.answerLimit().ended(traffic.ending());
            Exchange exchange = link.recorder().exchange("", Purpose.PROBE, 0, 1, traffic, Optional.empty());
            answer(exchange).ifPresent(seen -> link.probing().answered(packet, 0, seen));
            link.interruption().check();
            return exchange;
        }
    }

    private static Optional<Answer> answer(Exchange exchange) {
        return AnswerParser.parse(exchange.answer().text(), BitsHeaders.VERB, true);
    }

    private static boolean speaksBits(Answer answer) {
        return answer.headers().fields().stream()
                .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).startsWith("bits-"));
    }

    private static Optional<String> disabled(Answer answer) {
        return answer.status() == 501
                ? Optional.of("The server knows BITS but answers 501: uploads are not enabled for this URL."
                        + " Enable BITS uploads for the virtual directory, or give the URL of one where they are.")
                : Optional.empty();
    }

    private String notConnected(ConnectException e) {
        return switch (e.kind()) {
            case NAME_NOT_FOUND ->
                "The host name " + Excerpt.of(e.getMessage())
                        + " was not found. Check the spelling of the URL, and the name service.";
            case REFUSED ->
                "Nothing listens at " + e.getMessage()
                        + ": the connection was refused. Start the server, or check host and port of the URL.";
            case UNREACHABLE ->
                "The host cannot be reached (" + Excerpt.of(e.getMessage())
                        + "). Check the network, and host and port of the URL.";
            case NO_ANSWER ->
                "No connection to " + e.getMessage() + " within " + seconds()
                        + ". Check host and port of the URL, and firewalls on the way.";
            case ENDED_AT_ONCE ->
                "What listens at " + e.getMessage()
                        + " resets a connection as soon as it is made. Check host and port of"
                        + " the URL, that the server is not out of connections, and firewalls on the way.";
            case TLS ->
                "TLS failed: " + Excerpt.of(e.getMessage())
                        + ". Give --ca FILE to trust the authority that signed the certificate, --insecure to accept any"
                        + " certificate, or an http: URL if the server does not use TLS.";
        };
    }

    private String withoutAnswer(Exchange ping) {
        String text = ping.answer().text();
        if (ping.ending() == Ending.NOT_HTTP || (!text.isEmpty() && AnswerParser.isNotHttp(text))) {
            boolean tls = text.startsWith("\u0015\u0003");
            return "What answers there does not speak HTTP: its answer begins with \"" + Excerpt.of(start(text))
                    + "\". " + (tls ? "It looks like TLS: use https: in the URL." : "Check host and port of the URL.");
        }
        return switch (ping.ending()) {
            case TIMED_OUT, SENDING_STALLED ->
                "The server took the connection but did not answer a Ping within " + seconds()
                        + ". Check that it is not busy with another connection, or give it more --timeout.";
            case RESET, CLOSED ->
                "The server ended the connection without an answer to a Ping. A filter or proxy may"
                        + " drop the verb BITS_POST: let it through, or try --method-override.";
            default ->
                "The answer to a Ping could not be read: it begins with \"" + Excerpt.of(start(text))
                        + "\". Check host and port of the URL.";
        };
    }

    /** Whether a server that is poor at Ping alone might have answered like this, or not at all. */
    private static boolean leavesHope(Exchange ping, Optional<Answer> answer) {
        return answer.map(seen -> !asksForCredentials(seen) && !redirects(seen))
                .orElse(ping.ending() != Ending.NOT_HTTP);
    }

    private static boolean asksForCredentials(Answer answer) {
        return answer.status() == 401 || answer.status() == 407;
    }

    private static boolean redirects(Answer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    private String foreign(Answer answer) {
        int status = answer.status();
        if (status == 401) {
            return unauthorized(answer);
        }
        if (status == 407) {
            return "A proxy asks for authentication (407). Use a way to the server without that proxy.";
        }
        if (status == 405 || status == 501) {
            return "The answer to a Ping is " + status + " and not from a BITS server: something there blocks"
                    + " the verb BITS_POST. Let the verb through in the proxy or request filter, enable BITS uploads for"
                    + " the URL, or try --method-override.";
        }
        if (redirects(answer)) {
            String location = answer.headers().first("Location").orElse("(no Location)");
            return "The server redirects (" + status + ") to "
                    + Excerpt.of(link.recorder().mask(location))
                    + ". Give that URL if it is the upload URL; BITS packets are not redirected.";
        }
        return notBits(answer);
    }

    /** One more packet before a server is sent away. */
    private boolean createSessionFindsBits(URI url) {
        try {
            Exchange create = exchange(Packet.of(PacketType.CREATE_SESSION, url)
                    .with(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5));
            Optional<Answer> answer = answer(create);
            answer.flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID)).ifPresent(id -> cancel(url, id));
            return answer.filter(Preflight::speaksBits).isPresent();
        } catch (ConnectException e) {
            return false;
        }
    }

    private void cancel(URI url, String session) {
        try {
            exchange(Packet.of(PacketType.CANCEL_SESSION, url).with(BitsHeaders.SESSION_ID, session));
        } catch (ConnectException e) {
            // The probe's session is left to the server's own time-out.
        }
    }

    private String unauthorized(Answer answer) {
        String scheme = answer.headers().first("WWW-Authenticate").orElse("no scheme named");
        return target.credentials().isPresent()
                ? "The server refused the credentials (401; " + Excerpt.of(scheme) + "). Check user and password."
                : "The server asks for authentication (401; " + Excerpt.of(scheme)
                        + "). Give --user NAME:PASSWORD, or set BITS_USER and BITS_PASSWORD.";
    }

    private static String notBits(Answer answer) {
        String type = answer.headers().first("Content-Type").orElse("");
        boolean html = type.toLowerCase(Locale.ROOT).contains("html")
                || answer.body().stripLeading().startsWith("<");
        String what = html ? "a web page (HTML)" : "no BITS header";
        return "The answer to a Ping is " + Excerpt.of(answer.statusLine()) + " with " + what
                + ": what answers at this URL is not a BITS server. Check the path of the URL, and that BITS uploads are"
                + " enabled for it.";
    }

    private static String start(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    private String seconds() {
        OptionalLong whole = target.timeout().toMillis() % 1000 == 0
                ? OptionalLong.of(target.timeout().toSeconds())
                : OptionalLong.empty();
        return whole.isPresent() ? whole.getAsLong() + " s" : target.timeout().toMillis() + " ms";
    }
}
