package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFieldsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        Basic dXNlcjpzZWNyZXQ= | Basic ***
        basic  dXNlcjpzZWNyZXQ= | basic ***
        Basic dXNlcg== | Basic ?***
        Basic user:secret | Basic ?***
        Basic *** | Basic ***
        Basic ?*** | Basic ?***
        NTLM TlRMTVNTUAAB | NTLM ***
        Bearer abc.def | Bearer ***
        user secret | ***
        dXNlcjpzZWNyZXQ= | ***
        Basic | ***
        Digest abcdef | Digest ***
        Digest username="me", realm="a, b", nonce="n1", uri="/x", qop=auth, nc=00000001, cnonce="c", response="0f" | Digest username="***", realm="a, b", nonce="n1", uri="/x", qop=auth, nc=00000001, cnonce="***", response="***"
        Digest response=0f, secret word, nonce=n1 | Digest response="***", ***, nonce=n1
        """)
    void of_credentials_the_scheme_stays_and_what_is_in_the_open(String value, String shown) {
        assertThat(SecretFields.masked("BITS_POST / HTTP/1.1\r\nAuthorization: " + value + "\r\nHost: a\r\n\r\n"))
                .isEqualTo("BITS_POST / HTTP/1.1\r\nAuthorization: " + shown + "\r\nHost: a\r\n\r\n");
        assertThat(SecretFields.masked("proxy-authorization:" + value)).isEqualTo("proxy-authorization:" + shown);
    }

    @Test
    void other_secrets_are_hidden_as_a_whole() {
        assertThat(SecretFields.masked("Cookie: Basic dXNlcjpzZWNyZXQ=\r\nSet-Cookie: a=b;\r\n c=d\r\nX: 1"))
                .isEqualTo("Cookie: ***\r\nSet-Cookie: ***\r\nX: 1");
        assertThat(SecretFields.masked("Authorization: Digest response=\"0f\",\r\n nonce=\"n\"\r\nX: 1"))
                .doesNotContain("0f");
    }
}
