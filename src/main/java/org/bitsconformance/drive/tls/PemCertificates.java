package org.bitsconformance.drive.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.target.TargetException;

/**
 * Reads every certificate in a PEM file and skips everything else: a byte order mark, a key, text between the blocks
 * (RFC 7468 2). A file without such a block goes to the platform's reader, which also knows DER and PKCS #7.
 */
final class PemCertificates {

    private static final String ADVICE = "; give a PEM file of the authority to trust";
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?:X509 )?CERTIFICATE-----.*?-----END (?:X509 )?CERTIFICATE-----", Pattern.DOTALL);

    private PemCertificates() {}

    /**
     * The certificates in file order; at least one.
     *
     * @throws TargetException when the file cannot be read or holds none
     */
    static List<Certificate> in(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<Certificate> found = certificates(bytes);
            if (found.isEmpty()) {
                throw new TargetException(file + ": has no certificate" + ADVICE);
            }
            return found;
        } catch (IOException e) {
            throw new TargetException(file + ": cannot be read" + ADVICE);
        } catch (CertificateException e) {
            throw new TargetException(file + ": is not a PEM certificate" + ADVICE);
        }
    }

    private static List<Certificate> certificates(byte[] bytes) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher blocks = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        List<Certificate> found = new ArrayList<>();
        while (blocks.find()) {
            byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
            found.add(factory.generateCertificate(new ByteArrayInputStream(block)));
        }
        return found.isEmpty() ? List.copyOf(factory.generateCertificates(new ByteArrayInputStream(bytes))) : found;
    }
}
