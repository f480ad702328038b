package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryIsAppendedTests {

    private static final QueryIsAppended RULE = new QueryIsAppended();

    @ParameterizedTest
    @ValueSource(strings = {"/notify?account=a%20b", "/notify?own=1&account=a%20b", "/notify?ACCOUNT=%61%20b"})
    void holdsForTheQueryAtTheEnd(String target) {
        assertThat(asking(target)).containsExactly(Judgement.held());
    }

    @Test
    void breaksWithoutTheQuery() {
        assertThat(asking("/notify"))
                .containsExactly(Judgement.broken(
                        "a query that ends in account=a%20b",
                        "no query",
                        "The notification asked for /notify, without the query of the upload's URL, account=a%20b."));
    }

    @Test
    void breaksForAnotherQuery() {
        assertThat(asking("/notify?account=c"))
                .containsExactly(Judgement.broken(
                        "a query that ends in account=a%20b",
                        "account=c",
                        "The notification asked for /notify?account=c, without the query of the upload's URL,"
                                + " account=a%20b."));
    }

    @Test
    void isNotAboutAnUploadWithoutAQuery() {
        assertThat(Notified.upload(notification -> notification).by(RULE)).isEmpty();
    }

    private static List<Judgement> asking(String target) {
        UnaryOperator<Message> query = request -> request.startLine("BITS_POST /upload/file?account=a%20b HTTP/1.1");
        return CaseBuilder.session()
                .declared(Notified.declares("value"))
                .nextRequest(query)
                .create()
                .nextRequest(query)
                .notified(notification ->
                        notification.request(request -> request.startLine("POST " + target + " HTTP/1.1")))
                .fragment(0, 99, 100)
                .by(RULE);
    }
}
