package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTextTests {

    @ParameterizedTest
    @CsvSource({
        "http://h/a%20b?c=d, http://h/a%20b?c=d",
        "http://my_server:81/, http://my_server:81/",
        "http://[::1]:81/|, http://[::1]:81/%7C",
        "http://B\u00fccher.example:81/\u00df, http://xn--bcher-kva.example:81/%C3%9F",
        "http://h/%zz/100%, http://h/%25zz/100%25",
        "http://h/\u0417/\ud83d\ude00, http://h/%D0%97/%F0%9F%98%80",
        "http://..\u00fc/, http://..%C3%BC/",
        "a b, a%20b"
    })
    void isRepaired(String url, String repaired) {
        assertThat(UrlText.repaired(url)).isEqualTo(repaired);
        assertThat(UrlText.repaired(repaired)).isEqualTo(repaired);
    }
}
