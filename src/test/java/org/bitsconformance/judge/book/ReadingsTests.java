package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.dialect.Reading;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.junit.jupiter.api.Test;

class ReadingsTests {

    @Test
    void countEachReadingAndKeepTheFirstExchange() {
        CaseBuilder played =
                CaseBuilder.session().create().create(ack -> ack.status(201)).create(ack -> ack.status(201));
        Judge judge = new Judge(played.header(), Dialect.MC_BUP);
        judge.judge(played.history());

        assertThat(judge.readings())
                .filteredOn(seen -> seen.conflict().equals("create-success-status"))
                .containsExactly(
                        new ReadingSeen(
                                "create-success-status",
                                new Reading(Set.of(Document.values()), "200"),
                                1,
                                CaseBuilder.CASE,
                                "x1"),
                        new ReadingSeen(
                                "create-success-status",
                                new Reading(Set.of(Document.WIN32), "201"),
                                2,
                                CaseBuilder.CASE,
                                "x2"));
    }
}
