package org.bitsconformance.reference;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.certificate.Certificates;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.PacketCheck;
import org.bitsconformance.reference.server.Protection.Tls;
import org.bitsconformance.reference.stimulus.Confronting;
import org.bitsconformance.upload.ReceivedUpload;

/**
 * A BITS upload server in this process, listening on 127.0.0.1 over HTTP, plain or with TLS. Uploads are kept in memory
 * under the path of their URL; a finished one can be read back by GET and removed by DELETE.
 *
 * <p>It conforms to one document, except for the faults that it is given. Its threads keep a process alive until it is
 * closed.
 */
public final class ReferenceServer implements AutoCloseable {

    private static final int ANY_PORT = 0;

    private final BitsServer server;

    private final Listener listener;

    /** Empty unless it names its own second port. */
    private final Optional<Listener> second;

    private final int port;

    private final Optional<Certificates> certificates;

    private ReferenceServer(
            BitsServer server, Listener listener, Optional<Listener> second, Optional<Certificates> certificates) {
        this.server = server;
        this.listener = listener;
        this.second = second;
        this.certificates = certificates;
        this.port = listener.port();
    }

    /** Starts a server. Throws {@link ReferenceServerException} if its port is taken. */
    public static ReferenceServer start(ReferenceOptions options) {
        BitsServer server = new BitsServer(options, BitsServer.MOST_BYTES);
        Tls tls = options.entrance().protection().tls();
        Optional<Certificates> certificates =
                tls == Tls.NONE ? Optional.empty() : Optional.of(certificates(tls == Tls.BOTH));
        List<Listener> started = new ArrayList<>();
        try {
            started.add(Listener.start(
                    options.entrance().frontEnd(), options.entrance().port(), server, certificates));
            Optional<Listener> second = options.settings()
                    .hostId()
                    .filter(HostId::isOfSecondPort)
                    .map(HostId::host)
                    .or(() -> options.settings().confronting().map(any -> Listener.ADDRESS))
                    .map(host -> Listener.start(options.entrance().frontEnd(), ANY_PORT, server, certificates));
            second.ifPresent(listener -> server.goOnAtPort(listener.port()));
            return new ReferenceServer(server, started.get(0), second, certificates);
        } catch (ReferenceServerException e) {
            started.forEach(Listener::close);
            certificates.ifPresent(Certificates::close);
            throw e;
        }
    }

    private static Certificates certificates(boolean ofClient) {
        try {
            return Certificates.make(ofClient);
        } catch (IOException e) {
            throw new ReferenceServerException(e.getMessage(), e);
        }
    }

    /** The URL below which uploads get their names; its path ends in a slash. */
    public URI uploadUrl() {
        String scheme = certificates.isPresent() ? "https://" : "http://";
        return URI.create(scheme + Listener.ADDRESS + ":" + port + "/upload/");
    }

    /** The URL of a folder where uploads are not enabled. */
    public URI disabledUrl() {
        return uploadUrl().resolve(PacketCheck.DISABLED);
    }

    /** The URL of a folder where scripts may run, and which therefore accepts no uploads. */
    public URI executeUrl() {
        return uploadUrl().resolve(PacketCheck.EXECUTE);
    }

    /** The TCP port that the server listens on, also after it was closed. */
    public int port() {
        return port;
    }

    /** The URL of an upload that meets a stimulus, given its id and the name of the upload. */
    public URI stimulusUrl(String stimulus, String name) {
        return uploadUrl().resolve(Confronting.path(stimulus, name));
    }

    /** Whether the stimulus of a URL has happened to the client of the latest upload to it. */
    public boolean hasConfronted(URI url) {
        return server.hasConfronted(url.getRawPath());
    }

    /** The bytes at a URL, once an upload to it has finished; empty if there is nothing, or only a digest. */
    public Optional<byte[]> stored(URI url) {
        return server.stored(url.getRawPath());
    }

    /** What has arrived and was not cancelled, by path. */
    public List<ReceivedUpload> uploads() {
        return server.uploads();
    }

    /** The host and port of its second listener, if it names that for the packets after a Create-Session. */
    public Optional<String> secondAddress() {
        return second.map(other -> Listener.ADDRESS + ":" + other.port());
    }

    /**
     * The PEM file with the server's certificate, for clients to trust; empty without TLS. It is deleted with the
     * server.
     */
    public Optional<Path> certificate() {
        return certificates.map(Certificates::pem);
    }

    /** The PKCS #12 file of the certificate that clients must present; empty if they need none. */
    public Optional<Path> clientCertificate() {
        return certificates.map(Certificates::client).filter(Files::exists);
    }

    /** The password of that file. */
    public Optional<String> clientPassword() {
        return clientCertificate().flatMap(file -> certificates).map(Certificates::password);
    }

    /** How many sessions are open. */
    public int openSessions() {
        return server.openSessions(session -> true);
    }

    /** How many open sessions still lack bytes of their upload. */
    public int unfinishedSessions() {
        return server.openSessions(session -> !session.upload().isComplete());
    }

    /** Stops listening and forgets everything; drops answers that are held back. */
    @Override
    public void close() {
        listener.close();
        second.ifPresent(Listener::close);
        certificates.ifPresent(Certificates::close);
    }
}
