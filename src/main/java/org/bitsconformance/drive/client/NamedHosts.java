package org.bitsconformance.drive.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.HostPort;
import org.bitsconformance.transcript.http.NamedHost;

/**
 * The hosts that a server names for the later packets of its sessions (MC-BUP 1.3.4.2, 2.2.3.2), and which of them can
 * be followed. Looks up each host, and sends it a Ping, once per run. Thread-safe.
 */
final class NamedHosts {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final TargetLink link;

    /** For each host and port, why it cannot be followed; empty if it can. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    NamedHosts(TargetLink link) {
        this.link = link;
    }

    /**
     * Where the later packets of a session go.
     *
     * @param origin the URL at which the session was created
     * @param alone ends the connection of the case, before a Ping goes to the named host
     */
    SessionRoute after(Answer created, URI origin, String caseId, Runnable alone) {
        return NamedHost.in(created)
                .map(value -> route(origin, value, caseId, alone))
                .orElseGet(() -> SessionRoute.home(origin));
    }

    /**
     * For a URL whose host cannot be connected to: why that is not the target's fault; empty if the server did not name
     * it.
     */
    synchronized Optional<String> lost(URI url) {
        if (!known.containsKey(authority(url))) {
            return Optional.empty();
        }
        Optional<String> why = Optional.of(cannotBeReached(url.getRawAuthority(), "it no longer answers"));
        known.put(authority(url), why);
        return why;
    }

    private SessionRoute route(URI origin, String value, String caseId, Runnable alone) {
        Optional<URI> there = replaced(origin, value);
        if (there.isEmpty()) {
            return new SessionRoute(
                    origin,
                    origin,
                    Optional.of(value),
                    Optional.of(
                            BitsHeaders.HOST_ID + " is \"" + Excerpt.of(value) + "\", which is not a host of a URL"));
        }
        if (sameHost(there.get(), origin)) {
            return new SessionRoute(origin, origin, Optional.of(value), Optional.empty());
        }
        Optional<String> whyNot = secretsStayHere(value).or(() -> reached(there.get(), caseId, alone));
        return new SessionRoute(origin, whyNot.isPresent() ? origin : there.get(), Optional.of(value), whyNot);
    }

    private Optional<String> secretsStayHere(String value) {
        boolean declared =
                link.declared().host().filter(value::equalsIgnoreCase).isPresent();
        return declared || !link.target().hasSecrets()
                ? Optional.empty()
                : Optional.of("the target's credentials and headers are not sent to " + Excerpt.of(value)
                        + ", which only the server names; to follow it, declare it as capabilities.hostId");
    }

    private synchronized Optional<String> reached(URI url, String caseId, Runnable alone) {
        Optional<String> before = known.get(authority(url));
        if (before != null) {
            return before;
        }
        alone.run();
        Optional<String> now = ask(url, caseId);
        known.put(authority(url), now);
        return now;
    }

    private Optional<String> ask(URI url, String caseId) {
        String host = url.getRawAuthority();
        try {
            lookUp(url);
            Packet ping = Packet.of(PacketType.PING, url);
            try (RawConnection own = new RawConnection(link.connector().open(url))) {
                Traffic traffic = own.send(RequestText.of(ping, link.target(), link.userAgent(caseId)));
                link.expenses().add(traffic);
                link.recorder().exchange(caseId, Purpose.PROBE, 0, 1, traffic, Optional.empty());
                link.interruption().check();
                return traffic.received()
                        .map(answer -> answersAsBits(host, answer))
                        .orElseGet(() -> Optional.of(cannotBeReached(host, "no answer to a Ping")));
            }
        } catch (ConnectException e) {
            return Optional.of(cannotBeReached(
                    host,
                    e.kind() == ConnectException.Cause.TLS
                            ? Excerpt.of(e.getMessage())
                            : e.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
    }

    private static Optional<String> answersAsBits(String host, Answer answer) {
        return RawPacket.isAck(answer)
                ? Optional.empty()
                : Optional.of(host + ", which " + BitsHeaders.HOST_ID
                        + " names, answered a Ping with " + answer.status()
                        + " and no Ack: from here it may be another machine");
    }

    /** Abandons a look-up that takes too long, because it cannot be interrupted. */
    private void lookUp(URI url) throws ConnectException {
        String host = HostPort.of(url).host();
        CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> exists(host));
        long end = System.nanoTime() + link.target().requests().timeout().toNanos();
        while (System.nanoTime() < end) {
            link.interruption().check();
            try {
                if (found.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                break;
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new ConnectException(ConnectException.Cause.NAME_NOT_FOUND, host, new UnknownHostException(host));
    }

    private static boolean exists(String host) {
        try {
            return InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String cannotBeReached(String host, String why) {
        return host + ", which " + BitsHeaders.HOST_ID + " names, cannot be reached from here: " + why;
    }

    private static Optional<URI> replaced(URI origin, String value) {
        return NamedHost.replacing(origin.getRawAuthority(), value).flatMap(authority -> {
            try {
                URI url = new URI(origin.toString().replaceFirst("(?<=//)[^/?#]*", authority));
                return Optional.of(url).filter(whole -> HostPort.in(whole).isPresent());
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether two URLs are at the same host and port. */
    static boolean sameHost(URI one, URI other) {
        return authority(one).equals(authority(other));
    }

    private static String authority(URI url) {
        return HostPort.of(url).written().toLowerCase(Locale.ROOT) + ":"
                + HostPort.of(url).port();
    }
}
