package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Notification.Conduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceIsNotFatalTests {

    private static final SilenceIsNotFatal RULE = new SilenceIsNotFatal();

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 500, 599})
    void holdsForATemporaryError(int status) {
        assertThat(judged(status, Dialect.ANY)).containsExactly(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 411, 501, 505})
    void breaksForAnErrorThatMakesAClientGiveUp(int status) {
        assertThat(judged(status, Dialect.ANY)).hasOnlyElementsOfType(Judgement.Broken.class);
        assertThat(judged(status, Dialect.WIN32)).hasOnlyElementsOfType(Judgement.Broken.class);
    }

    @Test
    void breaksWithAMessage() {
        assertThat(judged(501, Dialect.ANY))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo(
                                        "The server application never answered, and the Fragment with the last byte was"
                                                + " answered 501, after which a client gives up its job."));
    }

    @Test
    void isReportedUnderTheDocumentThatSaysNothingAboutIt() {
        assertThat(judged(501, Dialect.MC_BUP)).hasOnlyElementsOfType(Judgement.Observed.class);
    }

    @Test
    void isNotAboutOtherFailures() {
        assertThat(Notified.failed(501).by(RULE)).isEmpty();
        assertThat(Notified.upload(notification -> notification.by(Conduct.SILENT))
                        .by(RULE))
                .isEmpty();
    }

    private static List<Judgement> judged(int status, Dialect dialect) {
        CaseBuilder played = Notified.upload(
                notification -> notification.by(Conduct.SILENT), ack -> ack.error(status, "0x80004005"));
        return played.dialect(dialect).by(RULE);
    }
}
