package org.bitsconformance.drive.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bitsconformance.target.ClientCertificate;
import org.bitsconformance.target.TargetException;

/** Presents the client's certificate, whichever authorities the server names; records whether a server asked for one. */
final class ClientKeys extends X509ExtendedKeyManager {

    private static final String ALIAS = "client";

    private final Optional<PrivateKey> key;
    private final X509Certificate[] chain;
    private final Runnable asked;

    private ClientKeys(Optional<PrivateKey> key, X509Certificate[] chain, Runnable asked) {
        this.key = key;
        this.chain = chain;
        this.asked = asked;
    }

    /**
     * Reads the certificate, if there is one. {@code asked} runs whenever a server asks for it.
     *
     * @throws TargetException when the file cannot be read or has no key
     */
    static ClientKeys of(Optional<ClientCertificate> certificate, Runnable asked) {
        return certificate
                .map(given -> read(given, asked))
                .orElseGet(() -> new ClientKeys(Optional.empty(), new X509Certificate[0], asked));
    }

    private static ClientKeys read(ClientCertificate given, Runnable asked) {
        char[] password = given.password().toCharArray();
        try (InputStream in = Files.newInputStream(given.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey found) {
                    return new ClientKeys(Optional.of(found), chain(store.getCertificateChain(alias)), asked);
                }
            }
            throw wrong(given, "has no certificate with its key");
        } catch (UnrecoverableKeyException e) {
            throw wrong(given, "cannot be opened with this \"clientPassword\"");
        } catch (IOException e) {
            boolean wrongPassword = e.getCause() instanceof UnrecoverableKeyException;
            throw wrong(given, wrongPassword ? "cannot be opened with this \"clientPassword\"" : "cannot be read");
        } catch (GeneralSecurityException e) {
            throw wrong(given, "cannot be read");
        }
    }

    private static TargetException wrong(ClientCertificate given, String what) {
        return new TargetException(
                given.file() + ": " + what + "; \"clientCertificate\" must be a PKCS #12 file (.p12 or .pfx)");
    }

    private static X509Certificate[] chain(Certificate[] certificates) {
        return Arrays.stream(certificates).map(X509Certificate.class::cast).toArray(X509Certificate[]::new);
    }

    private String chosen() {
        asked.run();
        return key.isPresent() ? ALIAS : null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return chosen();
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return chosen();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return key.isPresent() ? new String[] {ALIAS} : new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key.orElse(null);
    }
}
