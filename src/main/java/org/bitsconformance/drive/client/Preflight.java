package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.drive.diagnosis.ConnectionDiagnosis;
import org.bitsconformance.drive.diagnosis.ForeignAnswer;
import org.bitsconformance.drive.diagnosis.SecondLook;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.AnswerParser;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * Finds out, with a Ping and if necessary a Create-Session, whether a BITS server can be reached at all. A server that
 * answers BITS packets wrongly passes: judging it is the job of the cases.
 */
final class Preflight {

    private final TargetLink link;
    private final Target target;
    private final SecondLook look;
    private final ConnectionDiagnosis connection;

    Preflight(TargetLink link) {
        this.link = link;
        this.target = link.target();
        this.look = new SecondProbe(link);
        this.connection = new ConnectionDiagnosis(target, link.connector(), look, seconds(), System.getenv());
    }

    Probed probe() {
        URI url = link.probeUrl();
        try {
            Exchange ping = exchange(Packet.of(PacketType.PING, url));
            Optional<Answer> answer = ping.received();
            Optional<String> server = answer.flatMap(seen -> seen.headers().first("Server"));
            if (answer.filter(Answer::ofTheProtocol).isPresent()) {
                return new Probed(server, disabled(answer.get()));
            }
            if (leavesHope(ping, answer) && createSessionFindsBits(url)) {
                return new Probed(server, Optional.empty());
            }
            return new Probed(
                    server,
                    Optional.of(answer.map(new ForeignAnswer(
                                    target, link.probeName(), link.recorder()::mask, connection, look)::says)
                            .orElseGet(() -> withoutAnswer(ping))));
        } catch (ConnectException e) {
            return new Probed(Optional.empty(), Optional.of(connection.of(e)));
        } catch (DrivingStopped e) {
            return new Probed(Optional.empty(), Optional.empty());
        }
    }

    /** Sends a packet, and once more if a front end asks for a retry. */
    private Exchange exchange(Packet packet) throws ConnectException {
        Exchange exchange = sent(packet);
        boolean again = exchange.received().filter(link.retryWait()::hasPassed).isPresent();
        return again ? sent(packet) : exchange;
    }

    private Exchange sent(Packet packet) throws ConnectException {
        Exchange exchange = new AuthenticatingSender(link, this::recorded)
                .alone(packet.url(), RequestText.rendering(packet, target, link.userAgent("preflight")));
        exchange.received().ifPresent(seen -> link.probing().answered(packet, 0, seen));
        link.interruption().check();
        return exchange;
    }

    private Exchange recorded(Traffic traffic, int attempt) {
        link.expenses().add(traffic);
        link.cookies().look(traffic);
        link.answerLimit().ended(traffic.request().text(), traffic.answer(), traffic.ending());
        return link.recorder().exchange("", Purpose.PROBE, 0, attempt, traffic, Optional.empty());
    }

    private static Optional<String> disabled(Answer answer) {
        return answer.status() == 501
                ? Optional.of("The server knows BITS but answers 501: uploads are not enabled for this URL."
                        + " Enable BITS uploads for the virtual directory, or give the URL of one where they are.")
                : Optional.empty();
    }

    private String withoutAnswer(Exchange ping) {
        String text = ping.answer().text();
        if (ping.ending() == Ending.NOT_HTTP || (!text.isEmpty() && AnswerParser.isNotHttp(text))) {
            boolean tls = text.startsWith("\u0015\u0003");
            return "The server does not speak HTTP: its answer begins with \"" + Excerpt.of(start(text)) + "\". "
                    + (tls ? "It looks like TLS: try https: in the URL." : "Check host and port of the URL.");
        }
        return switch (ping.ending()) {
            case TIMED_OUT, SENDING_STALLED ->
                "The server accepted the connection but did not answer a Ping within " + seconds()
                        + ". Check that it is not busy with another connection, or give it a longer --timeout.";
            case RESET, CLOSED -> connection.withoutCertificate().orElseGet(this::ended);
            default ->
                "The answer to a Ping could not be read: it begins with \"" + Excerpt.of(start(text))
                        + "\". Check host and port of the URL.";
        };
    }

    private String ended() {
        return !target.secure() && look.speaksTls()
                ? "The server uses TLS, but the URL begins with http: try https: in the URL. A Ping without TLS got no"
                        + " answer."
                : "The server ended the connection without an answer to a Ping. A filter or proxy may drop the verb"
                        + " BITS_POST: let it through, or try --method-override.";
    }

    /** Whether a server that only handles Ping badly might have answered like this, or not at all. */
    private boolean leavesHope(Exchange ping, Optional<Answer> answer) {
        boolean letIn = target.access().scheme().isPresent()
                && link.authentication().problem().isEmpty();
        return answer.map(seen -> (letIn || !asksForCredentials(seen)) && !redirects(seen))
                .orElse(ping.ending() != Ending.NOT_HTTP);
    }

    private static boolean asksForCredentials(Answer answer) {
        return FrontEnd.asksForCredentials(answer);
    }

    private static boolean redirects(Answer answer) {
        return answer.status() >= 300 && answer.status() < 400;
    }

    /** Tries one more packet before giving up on a server. */
    private boolean createSessionFindsBits(URI url) {
        try {
            Exchange create = exchange(Packet.of(PacketType.CREATE_SESSION, url)
                    .with(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5));
            Optional<Answer> answer = create.received();
            answer.flatMap(seen -> seen.headers().first(BitsHeaders.SESSION_ID)).ifPresent(id -> cancel(url, id));
            return answer.filter(Answer::ofTheProtocol).isPresent();
        } catch (ConnectException e) {
            return false;
        }
    }

    private void cancel(URI url, String session) {
        try {
            exchange(Packet.of(PacketType.CANCEL_SESSION, url).with(BitsHeaders.SESSION_ID, session));
        } catch (ConnectException e) {
            // The server's own time-out ends the probe's session.
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    private String seconds() {
        OptionalLong whole = target.requests().timeout().toMillis() % 1000 == 0
                ? OptionalLong.of(target.requests().timeout().toSeconds())
                : OptionalLong.empty();
        return whole.isPresent()
                ? whole.getAsLong() + " s"
                : target.requests().timeout().toMillis() + " ms";
    }
}
