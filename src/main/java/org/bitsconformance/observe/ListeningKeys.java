package org.bitsconformance.observe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate and key that the proxy shows to clients that speak TLS. */
public final class ListeningKeys {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private ListeningKeys() {}

    /**
     * From a PKCS #12 file.
     *
     * @throws IOException when it cannot be read, or the password is wrong
     */
    public static SSLContext ofPkcs12(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return context(store, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * From PEM files.
     *
     * @param certificate the certificate, followed by those of its authorities
     * @param key its private key in PKCS #8, without a password; may be the same file
     * @throws IOException when one of them cannot be read
     */
    public static SSLContext ofPem(Path certificate, Path key) throws IOException {
        try {
            String chain = CERTIFICATE
                    .matcher(Files.readString(certificate, StandardCharsets.ISO_8859_1))
                    .results()
                    .map(block -> block.group() + "\n")
                    .collect(Collectors.joining());
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(chain.getBytes(StandardCharsets.ISO_8859_1)));
            if (certificates.isEmpty()) {
                throw new IOException(certificate + " has no PEM certificate");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("bits", key(key), new char[0], certificates.toArray(Certificate[]::new));
            return context(store, "");
        } catch (GeneralSecurityException e) {
            throw new IOException(certificate + " and " + key + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher block = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IOException(
                    file + " has no \"BEGIN PRIVATE KEY\"; convert the key with openssl pkcs8 -topk8" + " -nodes");
        }
        PKCS8EncodedKeySpec coded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(coded);
            } catch (InvalidKeySpecException e) {
                // Of another algorithm.
            }
        }
        throw new IOException(file + " has a key of an unknown algorithm");
    }

    private static SSLContext context(KeyStore store, String password) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
