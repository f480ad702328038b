package org.bitsconformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.tls.TlsSockets;
import org.bitsconformance.drive.transport.Secrets;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {

    @ParameterizedTest
    @CsvSource({
        "http://h/up/, http://h/up/n.bin, true",
        "http://h/up/?q=1, http://h/up/n.bin?q=1, true",
        "http://h/up/{name}, http://h/up/n.bin, true",
        "http://h/up?file={name}&x=1, http://h/up?file=n.bin&x=1, true",
        "http://h, http://h/n.bin, true",
        "http://h?q=1, http://h/n.bin?q=1, true",
        "http://h/file, http://h/file, false",
        "http://h/file?path=/, http://h/file?path=/, false",
        "HTTPS://[::1]:8443/a%2Fb/, HTTPS://[::1]:8443/a%2Fb/n.bin, true",
        "http://my_server:81/up/, http://my_server:81/up/n.bin, true",
        "http://b\u00fccher.example:81/gr\u00f6\u00dfe/, http://xn--bcher-kva.example:81/gr%C3%B6%C3%9Fe/n.bin, true",
        "http://h/a b|c\\d/{name}?100%, http://h/a%20b%7Cc%5Cd/n.bin?100%25, true"
    })
    void formsTheUrlOfAnUpload(String url, String uploadUrl, boolean named) {
        Target target = Target.at(url);

        assertThat(target.uploadUrl("n.bin")).hasToString(uploadUrl);
        assertThat(target.namesUploads()).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ftp://h/           | the URL "ftp://h/" must begin with http:// or https://
        /up/               | the URL "/up/" must begin with http:// or https://
        http:///up/        | the URL "http:///up/" has no host, such as http://localhost:8080/upload/
        http:up            | the URL "http:up" has no host, such as http://localhost:8080/upload/
        http://u:p@h/      | the URL must not contain credentials; use --user NAME:PASSWORD or BITS_USER
        ftp://u:p@h/       | the URL must not contain credentials; use --user NAME:PASSWORD or BITS_USER
        http://h/#top      | the URL "http://h/#top" must not have a fragment (#…)
        """)
    void refusesOtherUrls(String url, String message) {
        assertThatThrownBy(() -> Target.at(url))
                .isInstanceOf(TargetException.class)
                .hasMessage(message);
    }

    @Test
    void showsNoSecret() {
        Target target = Bench.secretTarget(
                "http://h/", ReadBackMode.AUTO, new Credentials("u", "hidden1"), new Header("X-Key", "hidden2"));

        assertThat(target.toString())
                .contains("X-Key: ***")
                .contains("Credentials[hidden]")
                .doesNotContain("hidden1", "hidden2");
    }

    @Test
    void refusesAFileWithoutAuthorities(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nnot\n");

        assertThatThrownBy(() -> trusting(folder.resolve("none.pem")))
                .isInstanceOf(TargetException.class)
                .hasMessage(folder.resolve("none.pem") + ": cannot be read; give a PEM file of the authority to trust");
        assertThatThrownBy(() -> trusting(empty))
                .isInstanceOf(TargetException.class)
                .hasMessage(empty + ": has no certificate; give a PEM file of the authority to trust");
        assertThatThrownBy(() -> trusting(text))
                .isInstanceOf(TargetException.class)
                .hasMessage(text + ": is not a PEM certificate; give a PEM file of the authority to trust");
    }

    @Test
    void masksLongWordsFirstAndKeepsTheLengthOfBodies() {
        Secrets secrets = new Secrets(List.of("X-Key"), List.of("secret", "secret-longer"));
        String head =
                "HTTP/1.1 200 OK\r\nx-key: abc\r\nX-Other: a secret-longer one\r\nset-cookie: a=b\r\n folded\r\n\r\n";

        assertThat(secrets.mask(head))
                .isEqualTo("HTTP/1.1 200 OK\r\nx-key: ***\r\nX-Other: a *** one\r\nset-cookie: ***\r\n\r\n");
        assertThat(secrets.mask(WireBytes.of(head + "the secret and secret-longer"))
                        .text())
                .endsWith("\r\n\r\nthe ****** and *************");
    }

    @Test
    void encodesBasicCredentials() {
        assertThat(new Credentials("Aladdin", "open sesame").basic()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(Base64.getDecoder().decode(new Credentials("ü", "ö").token()))
                .isEqualTo("ü:ö".getBytes(StandardCharsets.UTF_8));
    }

    private static void trusting(Path file) {
        new TlsSockets(new Trust(Optional.of(file), false), Optional.empty(), false);
    }
}
