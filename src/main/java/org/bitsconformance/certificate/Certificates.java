package org.bitsconformance.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates that a program generates at its start with this Java's keytool, in a folder that is deleted with it. */
public final class Certificates implements AutoCloseable {

    private static final String LOOPBACK = "dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";
    private static final String ALIAS = "bits";
    private static final long LONGEST_SECONDS = 60;

    private final Path folder;
    private final String password = UUID.randomUUID().toString();

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * Generates a certificate for the loopback address, and one for clients if they have to present one.
     *
     * @throws IOException when they cannot be generated
     */
    public static Certificates make(boolean ofClient) throws IOException {
        return make(ofClient, List.of());
    }

    /**
     * Generates a certificate for the loopback address and for these host names.
     *
     * @throws IOException when it cannot be generated
     */
    public static Certificates make(List<String> names) throws IOException {
        return make(false, names);
    }

    private static Certificates make(boolean ofClient, List<String> names) throws IOException {
        try {
            Certificates made = new Certificates(Files.createTempDirectory("bits-certificate-"));
            String more = names.stream().map(name -> ",dns:" + name).collect(Collectors.joining());
            made.generate(made.server(), "localhost", "-ext", "san=" + LOOPBACK + more);
            Files.writeString(made.pem(), pemOf(made.certificateIn(made.server())));
            if (ofClient) {
                made.generate(made.client(), "client");
                made.trust(made.certificateIn(made.client()));
            }
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make a certificate: " + e.getMessage(), e);
        }
    }

    /** The server's certificate and its key, in PKCS #12. */
    public Path server() {
        return folder.resolve("server.p12");
    }

    /** Only the server's certificate, for clients to trust. */
    public Path pem() {
        return folder.resolve("server.pem");
    }

    /** The client's certificate and its key, in PKCS #12. */
    public Path client() {
        return folder.resolve("client.p12");
    }

    /** The certificates that the server trusts. */
    public Path trusted() {
        return folder.resolve("trusted.p12");
    }

    /** The password of all of them. */
    public String password() {
        return password;
    }

    private void generate(Path store, String name, String... more) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-J-XX:TieredStopAtLevel=1",
                                "-J-XX:+UseSerialGC",
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-validity",
                                "365",
                                "-dname",
                                "CN=" + name,
                                "-storetype",
                                "PKCS12",
                                "-storepass:env",
                                "STORE_PASSWORD",
                                "-keystore",
                                store.toString()),
                        Stream.of(more))
                .toList();
        ProcessBuilder keytool =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.environment().put("STORE_PASSWORD", password);
        Process process = keytool.start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Certificate certificateIn(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        return keys.getCertificate(ALIAS);
    }

    private void trust(Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry(ALIAS, certificate);
        try (OutputStream out = Files.newOutputStream(trusted())) {
            keys.store(out, password.toCharArray());
        }
    }

    private static String pemOf(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Removes the files, as far as possible. */
    @Override
    public void close() {
        for (Path file : List.of(server(), pem(), client(), trusted(), folder)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                return;
            }
        }
    }
}
