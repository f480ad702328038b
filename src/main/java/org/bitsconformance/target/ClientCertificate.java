package org.bitsconformance.target;

import java.nio.file.Path;

/**
 * The certificate and key that the suite presents to a server that asks for one.
 *
 * @param file in PKCS #12
 * @param password of the file and its key; never shown
 */
public record ClientCertificate(Path file, String password) {

    @Override
    public String toString() {
        return "ClientCertificate[" + file + "]";
    }
}
