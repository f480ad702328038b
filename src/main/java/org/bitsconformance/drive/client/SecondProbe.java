package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.drive.diagnosis.SecondLook;
import org.bitsconformance.drive.diagnosis.TlsDiagnosis;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.RawConnection;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.HostPort;

/**
 * Looks at a target a second time, by requests that the record has as probes. Its waits are short, since a diagnosis is
 * possible without it.
 */
final class SecondProbe implements SecondLook {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    private final TargetLink link;
    private final Connector connector;

    SecondProbe(TargetLink link) {
        this.link = link;
        Duration usual = link.target().requests().timeout();
        this.connector = link.connector().within(usual.compareTo(LONGEST) < 0 ? usual : LONGEST);
    }

    @Override
    public URI url() {
        return link.probeUrl();
    }

    @Override
    public Optional<Answer> answerTo(String method) {
        URI url = link.probeUrl();
        RequestText text = RequestText.rendering(
                        Packet.of(PacketType.PING, url), link.target(), link.userAgent("preflight"))
                .withMethod(method)
                .without(BitsHeaders.PACKET_TYPE)
                .without(BitsHeaders.METHOD_OVERRIDE);
        try {
            return new AuthenticatingSender(link, connector, this::recorded)
                    .alone(url, text)
                    .received();
        } catch (ConnectException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean speaksTls() {
        try (RawConnection connection = new RawConnection(connector.open(otherwise(HTTPS)))) {
            return true;
        } catch (ConnectException e) {
            return TlsDiagnosis.isOfTls(e);
        }
    }

    /** Sends nothing secret there. */
    @Override
    public boolean speaksPlainHttp() {
        if (link.target().access().proxy().isPresent()) {
            return false;
        }
        URI plain = otherwise(HTTP);
        RequestText text = RequestText.downloading("HEAD", plain, link.target(), false, link.userAgent("preflight"));
        try (RawConnection connection = new RawConnection(connector.open(plain))) {
            return recorded(connection.send(text.text()), 1).received().isPresent();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The root of the target with the other scheme, at the same port. */
    private URI otherwise(String scheme) {
        URI url = link.probeUrl();
        String host = HostPort.of(url).written();
        return URI.create(scheme + "://" + host + ":" + HostPort.of(url).port() + "/");
    }

    private Exchange recorded(Traffic traffic, int attempt) {
        link.expenses().add(traffic);
        return link.recorder().exchange("", Purpose.PROBE, 0, attempt, traffic, Optional.empty());
    }
}
