package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that is self-signed and valid for a hundred years, or a flawed one. Its key is not a secret. Made by
 * {@code keytool -genkeypair -alias server -keyalg EC -validity 36500 -dname "CN=test only" -ext san=dns:NAME -storetype PKCS12}.
 *
 * @param context for a server that presents this certificate
 * @param pem file of the certificate, for a client that trusts it
 */
public record TestCertificate(SSLContext context, Path pem) {

    private static final String PASSWORD = "changeit";

    /**
     * For {@code localhost} or {@code elsewhere.example}; {@code expired} and {@code early}, which are for localhost in
     * 2010 and in 2090; {@code signed}, by an unknown authority. {@code folder} is where the PEM file goes.
     */
    public static TestCertificate forName(String name, Path folder) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = TestCertificate.class.getResourceAsStream(name + ".p12")) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("server").getEncoded());
        Path pem = Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        return new TestCertificate(context(keys), pem);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
