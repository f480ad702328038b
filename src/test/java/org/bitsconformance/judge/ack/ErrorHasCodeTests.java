package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHasCodeTests {

    private static final ErrorHasCode RULE = new ErrorHasCode();

    @ParameterizedTest
    @EnumSource
    void holdsUnderBothNamesInEveryDialect(Dialect dialect) {
        assertThat(refused(dialect, 500, ack -> ack.with("BITS-Error", "1").with("BITS-Error-Code", "1")))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "MC_BUP", "WINDOWS"})
    void holdsUnderTheNameOfMcBup(Dialect dialect) {
        assertThat(refused(dialect, 500, ack -> ack.with("BITS-Error", "1"))).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsUnderTheNameOfTheWin32Pages(Dialect dialect) {
        assertThat(refused(dialect, 500, ack -> ack.with("BITS-Error-Code", "1")))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, BITS-Error or BITS-Error-Code",
        "WINDOWS, BITS-Error or BITS-Error-Code",
        "WIN32, BITS-Error-Code",
        "MC_BUP, BITS-Error"
    })
    void breaksWithoutOne(Dialect dialect, String expected) {
        assertThat(refused(dialect, 500, ack -> ack)).isEqualTo(missing(expected));
    }

    @Test
    void isSkippedIfAPacketWithAnotherFlawIsAnswered416() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.with("Content-Range", "bytes 5-19/10"))
                        .fragment(5, 9, 10, ack -> ack.status(416))
                        .by(RULE))
                .isEqualTo(
                        Judgement.skipped("Fragment was answered 416, with which the documents leave an HRESULT open"));
    }

    @Test
    void breaksUnderTheOtherDocumentsName() {
        assertThat(refused(Dialect.WIN32, 500, ack -> ack.with("BITS-Error", "1")))
                .isEqualTo(missing("BITS-Error-Code"));
        assertThat(refused(Dialect.MC_BUP, 500, ack -> ack.with("BITS-Error-Code", "1")))
                .isEqualTo(missing("BITS-Error"));
    }

    @Test
    void isExcusedIfWindowsUsesOnlyTheStatus() {
        assertThat(refused(Dialect.WINDOWS, 403, ack -> ack))
                .isEqualTo(Judgement.observed("The 403 answer to Ping leaves the HRESULT out, as Windows does where"
                        + " the status says it all (MC-BUP note 4)."));
        assertThat(refused(Dialect.ANY, 403, ack -> ack)).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 301, 416, 413})
    void isNotAboutSuccessNorOutOfSyncNorTheTargetsLimit(int status) {
        assertThat(refused(Dialect.ANY, status, ack -> ack)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isAboutAnAckWithTheStatusOfAFrontEndAndNotAboutTheFrontEnd() {
        assertThat(refused(Dialect.ANY, 503, ack -> ack)).isInstanceOf(Judgement.Broken.class);
        assertThat(refused(Dialect.ANY, 503, ack -> ack.ofFrontEnd(503))).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement refused(Dialect dialect, int status, UnaryOperator<Message> change) {
        return CaseBuilder.session()
                .dialect(dialect)
                .ping(ack -> change.apply(ack.status(status)))
                .by(RULE);
    }

    private static Judgement missing(String name) {
        return Judgement.broken(name, "no " + name, "The 500 answer to Ping has no " + name + ".");
    }
}
