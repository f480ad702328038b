package org.bitsconformance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.http.HostPort;

/**
 * How a server notifies the server application that the suite plays (MC-BUP 3.2.1.1).
 *
 * @param listen the host or address, and the port, on which the suite listens, such as {@code 127.0.0.1:8099}
 * @param url where the server is configured to send notifications; empty for the address on which the suite listens
 * @param type how the upload is passed
 * @param files the folder in which the server keeps files that it passes by reference, as this machine sees it
 * @param timeout how long the server waits for the answer to a notification
 * @param named whether each notification is known to name its upload, so that several cases at once can be told apart
 */
public record NotificationSettings(
        String listen, Optional<URI> url, Type type, Optional<Path> files, Optional<Duration> timeout, boolean named) {

    /** For a server whose notifications may or may not name their uploads. */
    public NotificationSettings(
            String listen, Optional<URI> url, Type type, Optional<Path> files, Optional<Duration> timeout) {
        this(listen, url, type, files, timeout, false);
    }

    /** The host on which the suite listens, without brackets. */
    public String host() {
        return listen.substring(0, listen.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
    }

    /** The port on which the suite listens. */
    public int port() {
        return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
    }

    /** What the rules know about it. */
    public DeclaredNotification declared() {
        return new DeclaredNotification(
                type.word(),
                url.map(URI::toString).orElse("http://" + listen + DeclaredNotification.PATH),
                files.isPresent(),
                timeout.map(longest -> OptionalLong.of(longest.toMillis())).orElse(OptionalLong.empty()),
                url.map(this::isListenedOn).orElse(true));
    }

    /** Whether a URL leads straight to the listening address: an address of this machine, and the same port. */
    private boolean isListenedOn(URI notified) {
        HostPort place = HostPort.of(notified);
        if (place.port() != port()) {
            return false;
        }
        try {
            return place.host().equalsIgnoreCase(host())
                    || NetworkInterface.getByInetAddress(InetAddress.getByName(place.host())) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** How the upload is passed. */
    public enum Type {
        /** Nobody is notified. */
        NONE,
        /** The notification names the file that holds the upload. */
        REFERENCE,
        /** The upload is the body of the notification. */
        VALUE;

        /** As in target files, options and the record. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Parses a {@link #word}.
         *
         * @throws IllegalArgumentException for any other text; the message says what would be right
         */
        public static Type parse(String text) {
            return switch (text) {
                case "none" -> NONE;
                case "reference" -> REFERENCE;
                case "value" -> VALUE;
                default ->
                    throw new IllegalArgumentException("must be none, reference or value, not " + Quoted.text(text));
            };
        }
    }
}
