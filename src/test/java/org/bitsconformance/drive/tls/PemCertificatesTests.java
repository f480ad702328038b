package org.bitsconformance.drive.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bitsconformance.drive.client.TestCertificate;
import org.bitsconformance.target.TargetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemCertificatesTests {

    private static final String KEY = "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString("no certificate".getBytes(StandardCharsets.US_ASCII))
            + "\n-----END PRIVATE KEY-----\n";

    @TempDir
    static Path folder;

    private static String one;
    private static String other;

    @BeforeAll
    static void makeCertificates() throws Exception {
        one = Files.readString(TestCertificate.forName("localhost", folder).pem());
        other = Files.readString(
                TestCertificate.forName("elsewhere.example", folder).pem());
    }

    @Test
    void several_certificates_are_read_in_order() throws IOException {
        assertThat(PemCertificates.in(file(one + other)))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .startsWith(PemCertificates.in(file(one)).get(0));
    }

    @Test
    void a_byte_order_mark_a_key_and_text_in_between_are_skipped() throws IOException {
        assertThat(PemCertificates.in(file("\uFEFF" + one))).hasSize(1);
        assertThat(PemCertificates.in(file(KEY + one))).hasSize(1);
        assertThat(PemCertificates.in(file("Bag Attributes\r\n" + one.replace("\n", "\r\n") + "\r\n" + KEY + other)))
                .hasSize(2);
    }

    @Test
    void a_file_in_der_is_read() throws Exception {
        Path der = folder.resolve("one.der");
        Files.write(der, PemCertificates.in(file(one)).get(0).getEncoded());

        assertThat(PemCertificates.in(der)).isEqualTo(PemCertificates.in(file(one)));
    }

    @Test
    void a_file_without_a_certificate_is_refused_in_one_line() throws IOException {
        Path keyAlone = file(KEY);
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> PemCertificates.in(keyAlone))
                .isInstanceOf(TargetException.class)
                .hasMessage(keyAlone + ": is not a PEM certificate; give a PEM file of the authority to trust");
        assertThatThrownBy(() -> PemCertificates.in(missing))
                .isInstanceOf(TargetException.class)
                .hasMessage(missing + ": cannot be read; give a PEM file of the authority to trust");
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "some", ".pem"), text);
    }
}
