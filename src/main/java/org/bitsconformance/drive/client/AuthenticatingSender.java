package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import org.bitsconformance.drive.auth.Handshake;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;

/** Sends requests over raw sockets with a user's credentials, and answers challenges. */
final class AuthenticatingSender {

    private final TargetLink link;
    private final Connector connector;
    private final Recording recording;

    /** Records what crossed a connection. */
    interface Recording {
        /** {@code attempt} counts from 1. */
        Exchange of(Traffic traffic, int attempt);
    }

    /** Uses the connections of {@code connector}. */
    AuthenticatingSender(TargetLink link, Connector connector, Recording recording) {
        this.link = link;
        this.connector = connector;
        this.recording = recording;
    }

    /** Uses the usual connections. */
    AuthenticatingSender(TargetLink link, Recording recording) {
        this(link, link.connector(), recording);
    }

    /** How a request goes over a connection. */
    interface Sending {
        Traffic over(RawConnection connection, RequestText text);
    }

    /** Sends a request without a body over its own connection, or over another if the server ends the first. */
    Exchange alone(URI url, RequestText text) throws ConnectException {
        return alone(url, text, handshake(text), (connection, head) -> connection.send(head.text()));
    }

    /** The same with another handshake and another way of sending. */
    Exchange alone(URI url, RequestText text, Handshake handshake, Sending sending) throws ConnectException {
        RawConnection connection = new RawConnection(connector.open(url));
        try {
            Traffic traffic = sending.over(connection, text.authorized(handshake.first()));
            Exchange exchange = recording.of(traffic, 1);
            Optional<String> next = next(handshake, traffic);
            while (next.isPresent()) {
                if (ends(traffic)) {
                    connection.close();
                    connection = new RawConnection(connector.open(url));
                }
                traffic = sending.over(connection, text.authorized(next));
                exchange = recording.of(traffic, exchange.attempt() + 1);
                next = next(handshake, traffic);
            }
            return exchange;
        } finally {
            connection.close();
        }
    }

    /** Sends a request without a body over an existing connection, as long as the server keeps it open. */
    Exchange on(RawConnection connection, RequestText text) {
        Handshake handshake = handshake(text);
        Traffic traffic = connection.send(text.authorized(handshake.first()).text());
        Exchange exchange = recording.of(traffic, 1);
        Optional<String> next = next(handshake, traffic);
        while (next.isPresent() && !ends(traffic)) {
            traffic = connection.send(text.authorized(next).text());
            exchange = recording.of(traffic, exchange.attempt() + 1);
            next = next(handshake, traffic);
        }
        return exchange;
    }

    private Handshake handshake(RequestText text) {
        return link.authentication().handshake(Identity.USER, text.method(), text.target());
    }

    /** What the next attempt carries, if the answer asks for one; the recorded traffic has no tokens. */
    static Optional<String> next(Handshake handshake, Traffic traffic) {
        return traffic.ending() == Ending.ANSWERED ? traffic.received().flatMap(handshake::next) : Optional.empty();
    }

    private static boolean ends(Traffic traffic) {
        return traffic.received()
                .filter(seen ->
                        seen.headers().all("Connection").stream().anyMatch(value -> value.equalsIgnoreCase("close")))
                .isPresent();
    }
}
