package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.bitsconformance.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsidePlaceTests {

    private static final Target TARGET = Target.at("http://h/a/upload/");

    @ParameterizedTest
    @CsvSource({
        "../x.bin, ../x.bin, http://h/a/x.bin",
        "%2e%2E/x.bin, ../x.bin, http://h/a/x.bin",
        "..%2fx.bin, ../x.bin, http://h/a/x.bin",
        "..%5Cx.bin, ../x.bin, http://h/a/x.bin",
        "..\\x.bin, ../x.bin, http://h/a/x.bin",
        "%252e%252e%252fx.bin, ../x.bin, http://h/a/x.bin",
        "b/../../x.bin, ../x.bin, http://h/a/x.bin",
        "..%5c..%2fx.bin, ../../x.bin, http://h/x.bin"
    })
    void isWhereTheNameLeads(String name, String path, URI url) {
        assertThat(OutsidePlace.of(name, TARGET)).contains(new OutsidePlace(path, url));
    }

    @ParameterizedTest
    @CsvSource({"x.bin", "b/../x.bin", "C:\\x.bin", "/x.bin", "../../../x.bin", "..", "..x"})
    void isEmptyIfTheNameStaysInsideOrCannotBeFollowed(String name) {
        assertThat(OutsidePlace.of(name, TARGET)).isEmpty();
    }
}
