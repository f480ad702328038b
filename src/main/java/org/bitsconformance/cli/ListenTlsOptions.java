package org.bitsconformance.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bitsconformance.certificate.Certificates;
import org.bitsconformance.observe.ListeningKeys;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Option;

/** Options of {@code observe} for clients that speak TLS. */
final class ListenTlsOptions {

    /** The certificate that was made, in the folder of the reports. */
    private static final String MADE = "certificate.pem";

    private static final String PASSWORD = "BITS_CERTIFICATE_PASSWORD";

    @Option(
            names = "--tls",
            description = "Clients speak TLS, with a certificate made at start; it is in " + MADE + " of the reports.")
    private boolean tls;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Clients speak TLS, with this certificate: PEM, or PKCS #12 with its password in " + PASSWORD + ".")
    private Optional<String> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "The key of a PEM certificate, in PKCS #8.")
    private Optional<String> key = Optional.empty();

    /** The keys; empty if clients speak no TLS. A certificate that is made is written into {@code out}. */
    Optional<SSLContext> keys(Path out) {
        if (key.isPresent() && certificate.isEmpty()) {
            throw new UsageException("--key needs --certificate");
        }
        if (tls && certificate.isPresent()) {
            throw new UsageException("--tls makes a certificate: leave out --certificate, or --tls");
        }
        try {
            return certificate.isPresent()
                    ? Optional.of(given(certificate.get()))
                    : tls ? Optional.of(made(out)) : Optional.empty();
        } catch (IOException e) {
            throw new UsageException((tls ? "--tls: " : "--certificate: ") + e.getMessage());
        }
    }

    private SSLContext given(String file) throws IOException {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            return ListeningKeys.ofPkcs12(
                    Path.of(file), Optional.ofNullable(System.getenv(PASSWORD)).orElse(""));
        }
        return ListeningKeys.ofPem(Path.of(file), Path.of(key.orElse(file)));
    }

    private static SSLContext made(Path out) throws IOException {
        try (Certificates made = Certificates.make(names())) {
            Files.createDirectories(out);
            Files.writeString(out.resolve(MADE), Files.readString(made.pem()));
            return ListeningKeys.ofPkcs12(made.server(), made.password());
        }
    }

    /** The name of this machine, if DNS could have it. */
    private static List<String> names() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?") ? List.of(name) : List.of();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
