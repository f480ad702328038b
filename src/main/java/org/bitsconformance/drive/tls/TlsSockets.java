package org.bitsconformance.drive.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bitsconformance.target.ClientCertificate;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.Trust;

/** Wraps a connected socket in TLS. */
public final class TlsSockets {

    /** A host name, not an address; the platform sends SNI only for names with a dot (RFC 6066 3). */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private final Trust trust;
    private final Optional<ClientCertificate> certificate;
    private final AtomicBoolean askedForCertificate = new AtomicBoolean();
    private final AtomicReference<List<X509Certificate>> shown = new AtomicReference<>(List.of());

    /** Null until it is needed: creating it takes time, which runs without TLS save. */
    private SSLContext context;

    /**
     * Loads the certificates to trust and the one to present: at once if files for them are given or TLS is
     * certainly needed, otherwise with the first connection that needs them.
     *
     * @throws TargetException when a file cannot be read or holds no certificate
     */
    public TlsSockets(Trust trust, Optional<ClientCertificate> certificate, boolean needed) {
        this.trust = trust;
        this.certificate = certificate;
        if (needed || trust.authority().isPresent() || certificate.isPresent()) {
            context();
        }
    }

    /** Does the handshake; when it fails, the caller closes {@code plain}. */
    public SSLSocket over(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        if (NAME.matcher(host).matches()) {
            parameters.setServerNames(List.of(new SNIHostName(host.getBytes(StandardCharsets.US_ASCII))));
        }
        if (!trust.insecure()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Whether a server has asked for a client certificate on any connection. */
    public boolean askedForCertificate() {
        return askedForCertificate.get();
    }

    /** The certificates that a server presented last, its own first; empty if there were none. */
    public List<X509Certificate> shown() {
        return shown.get();
    }

    private synchronized SSLContext context() {
        if (context == null) {
            try {
                SSLContext made = SSLContext.getInstance("TLS");
                made.init(new KeyManager[] {keys(certificate)}, trustManagers(trust), null);
                context = made;
            } catch (GeneralSecurityException e) {
                throw new TargetException("TLS cannot be set up: " + e.getMessage());
            }
        }
        return context;
    }

    private ClientKeys keys(Optional<ClientCertificate> certificate) {
        return ClientKeys.of(certificate, () -> askedForCertificate.set(true));
    }

    private TrustManager[] trustManagers(Trust trust) throws GeneralSecurityException {
        if (trust.insecure()) {
            return new TrustManager[] {new AcceptAnything()};
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore own =
                trust.authority().isPresent() ? authorities(trust.authority().get()) : null;
        factory.init(own);
        return Arrays.stream(factory.getTrustManagers())
                .map(one -> one instanceof X509ExtendedTrustManager judge ? new SeenCertificates(judge, shown) : one)
                .toArray(TrustManager[]::new);
    }

    private static KeyStore authorities(Path file) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new KeyStoreException(e);
        }
        int count = 0;
        for (Certificate certificate : PemCertificates.in(file)) {
            store.setCertificateEntry("ca" + count++, certificate);
        }
        return store;
    }

    /** For {@code --insecure}; extends the class because the platform would otherwise add a check of the host name. */
    private static final class AcceptAnything extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
