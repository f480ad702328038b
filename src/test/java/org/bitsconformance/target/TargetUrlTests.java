package org.bitsconformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host/",
                "https://host.example:8443/up/",
                "HTTP://host",
                "http://127.0.0.1:80/a%20b/?area=1",
                "http://[::1]:8080/",
                "http://host/{name}?x=1",
                "http://host/up?file={name}",
                "http://my_server/",
                "http://my_server:8080/up/",
                "http://b\u00fccher.example/",
                "http://host/gr\u00f6\u00dfe/",
                "http://host/a b|c\\d/",
                "http://host/100%/"
            })
    void good_urls_stay_as_they_are(String url) {
        assertThat(TargetUrl.parse(url)).isEqualTo(url);
    }

    @Test
    void spaces_around_a_url_are_not_part_of_it() {
        assertThat(TargetUrl.parse("http://host/up/ ")).isEqualTo("http://host/up/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "host/up/ | must be an absolute http or https URL such as https://host/uploads/, not \"host/up/\"",
                "ftp://host/ | must be an absolute http or https URL such as https://host/uploads/, not"
                        + " \"ftp://host/\"",
                "http:/host/ | must be an absolute http or https URL such as https://host/uploads/, not"
                        + " \"http:/host/\"",
                "ftp://u:secret@h/?k | must be an absolute http or https URL such as https://host/uploads/, not"
                        + " \"...h/...\"",
                "http://u:secret@host/ | must not contain credentials; put them in user and password",
                "http://host/#top | must not have a fragment: remove the # and what follows",
                "http://{name}.host/ | must have {name} in the path or the query",
                "http:///up/ | has no host: \"http:///up/\"",
                "http://:80/up/ | has no host: \"http://:80/up/\"",
                "http://host/{nme} | has the character \"{\", which a URL must percent-encode; the placeholder for the"
                        + " name is {name}",
                "http://h:0/ | must name a host of letters, digits, -, _ and ., with a port from 1 to 65535 if any,"
                        + " not \"h:0\"",
                "http://h:65536/ | must name a host of letters, digits, -, _ and ., with a port from 1 to 65535 if"
                        + " any, not \"h:65536\"",
                "http://..\u00fc/ | must name a host of letters, digits, -, _ and ., with a port from 1 to 65535 if"
                        + " any, not \"..\u00fc\"",
                "http://h:x/ | must name a host of letters, digits, -, _ and ., with a port from 1 to 65535 if any,"
                        + " not \"h:x\"",
            })
    void bad_urls(String url, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetUrl.parse(url))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1",
                "http://[]/",
                "http://host:/\n",
                "http://",
                "https:",
                "",
                "http://[v1.x]/",
                "http://h o/",
                "http://[::1]x/",
                "http://ho%st/",
                "%"
            })
    void whatever_else_is_wrong_is_reported_in_one_line(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetUrl.parse(url))
                .satisfies(e -> assertThat(e.getMessage()).matches("(must|has) [\\x20-\\x7e]+"));
    }
}
