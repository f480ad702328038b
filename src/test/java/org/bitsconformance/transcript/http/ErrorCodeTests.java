package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTests {

    private static final Header BY_MC_BUP = new Header("BITS-Error", "0x1");
    private static final Header BY_WIN32 = new Header("bits-error-code", "0x2");

    @ParameterizedTest
    @CsvSource({"0x8020001F", "x8020001f", "X8020001F", "0X8020001F", "8020001F", "0x000000008020001F"})
    void isReadInEverySpelling(String text) {
        assertThat(ErrorCode.hexadecimal(text)).contains(0x8020001F);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0x0, 0", "00000000000, 0", "ffffffff, -1"})
    void isReadToItsEnds(String text, int value) {
        assertThat(ErrorCode.hexadecimal(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "x", "-1", "1FFFFFFFF", "0x 1", "0xG", "1h", "E_INVALIDARG"})
    void isEmptyForAnythingElse(String text) {
        assertThat(ErrorCode.hexadecimal(text)).isEmpty();
    }

    @Test
    void isFoundUnderEitherNameAndFirstUnderThatOfMcBup() {
        assertThat(ErrorCode.of(headers())).isEmpty();
        assertThat(ErrorCode.of(headers(BY_WIN32))).contains(new ErrorCode("BITS-Error-Code", "0x2"));
        assertThat(ErrorCode.of(headers(BY_WIN32, BY_MC_BUP)))
                .contains(new ErrorCode("BITS-Error", "0x1"))
                .get()
                .hasToString("BITS-Error: 0x1");
    }

    @Test
    void isNotHiddenByAnEmptyOne() {
        Header empty = new Header("BITS-Error", "");

        assertThat(ErrorCode.of(headers(empty, BY_WIN32))).contains(new ErrorCode("BITS-Error-Code", "0x2"));
        assertThat(ErrorCode.of(headers(empty))).contains(new ErrorCode("BITS-Error", ""));
        assertThat(ErrorCode.all(headers(BY_WIN32, empty)))
                .containsExactly(new ErrorCode("BITS-Error", ""), new ErrorCode("BITS-Error-Code", "0x2"));
    }

    private static Headers headers(Header... fields) {
        return new Headers(List.of(fields));
    }
}
