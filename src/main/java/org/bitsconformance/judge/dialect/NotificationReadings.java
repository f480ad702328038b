package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/** What notifications show about the documents' conflicts over them. */
final class NotificationReadings {

    static final List<ConflictReader> READERS =
            List.of(ConflictReader.ofCase("notification-header-names", NotificationReadings::headerNames));

    private NotificationReadings() {}

    private static Optional<Reading> headerNames(Step step, Answer ack, CaseHistory history, Context context) {
        return history.lastFragments().stream()
                .filter(last ->
                        last.step().exchange().id().equals(step.exchange().id()))
                .map(LastFragment::notices)
                .flatMap(List::stream)
                .flatMap(notice -> headerNames(notice).stream())
                .findFirst();
    }

    private static Optional<Reading> headerNames(Notice notice) {
        if (notice.request().headers().has(BitsHeaders.REQUEST_DATA_FILE_NAME)) {
            return Reading.both(BitsHeaders.REQUEST_DATA_FILE_NAME);
        }
        return notice.request().headers().has(BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                ? Reading.mcBup(BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                : Reading.nothing();
    }
}
