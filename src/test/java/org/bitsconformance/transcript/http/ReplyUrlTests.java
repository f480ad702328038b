package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyUrlTests {

    private static final URI UPLOAD = URI.create("http://server.example:8080/upload/file.bin?a=b");

    @ParameterizedTest
    @CsvSource({
        "https://other.example/replies/1?c=d, https://other.example/replies/1?c=d",
        "HTTP://other.example, HTTP://other.example/",
        "/replies/1, http://server.example:8080/replies/1",
        "replies/1, http://server.example:8080/upload/replies/1",
        "//other.example/1, http://other.example/1",
        "' /replies/1#part ', http://server.example:8080/replies/1",
        "BITS-Sessions\\Replies\\{C8}\\r.bin, http://server.example:8080/upload/BITS-Sessions/Replies/%7BC8%7D/r.bin",
        "/a b%20c%7, http://server.example:8080/a%20b%20c%257",
        "/\u00e9[1], http://server.example:8080/%E9%5B1%5D",
        "http://[::1]:8080/1, http://[::1]:8080/1"
    })
    void leadsWhereAClientWouldGo(String value, String url) {
        assertThat(ReplyUrl.of(value, UPLOAD))
                .map(found -> found.url().toString())
                .contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "#part",
                "ftp://server.example/1",
                "C:\\replies\\1",
                "mailto:a@b",
                "http:///1",
                "http://a b/",
                "http://user:word@server.example/1",
            })
    void isEmptyForAnythingElse(String value) {
        assertThat(ReplyUrl.of(value, UPLOAD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://SERVER.example:80/1, http://server.example/upload/, true",
        "http://server.example/1, http://server.example/upload/{name}?a, true",
        "https://server.example:443/1, https://server.example/upload/, true",
        "https://server.example/1, http://server.example/upload/, false",
        "http://server.example:81/1, http://server.example/upload/, false",
        "http://server.example.org/1, http://server.example/upload/, false"
    })
    void knowsTheTargetsOwnHost(String value, String target, boolean beside) {
        assertThat(ReplyUrl.of(value, UPLOAD).orElseThrow().isBeside(target)).isEqualTo(beside);
    }

    @Test
    void isReadFromARecordToo() {
        Optional<ReplyUrl> found = ReplyUrl.of("r/1", "http://server.example/{name}", "/folder/file");

        assertThat(found).contains(new ReplyUrl(URI.create("http://server.example/folder/r/1")));
        assertThat(ReplyUrl.of("r/1", "http://server.example/", "no path {")).isEmpty();
    }
}
