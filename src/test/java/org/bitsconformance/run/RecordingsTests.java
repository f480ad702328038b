package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The suite judges what real servers did like a person who compared every finding with the documents. Each table lists
 * requirements of which no server may be accused, for one reason.
 */
class RecordingsTests {

    /** No document demands it, or HTTP leaves it open. */
    @ParameterizedTest
    @CsvSource({
        "S1, session-id.echoed",
        "S1, fragment.received-range",
        "S2, session-id.echoed",
        "S2, fragment.received-range",
        "S3, answer.packet-type",
        "S5, delivery.complete",
    })
    void nobody_is_accused_of_what_is_open(Recording recording, String requirement) {
        assertThat(recording.broken(requirement))
                .extracting(RecordingsTests::words)
                .isEmpty();
    }

    /** Something is broken, but another requirement reports it. */
    @ParameterizedTest
    @CsvSource({
        "S1, fragment.status.next",
        "S2, answer.packet-type",
        "S2, answer.content-length",
        "S2, answer.content-length.exact",
        "S2, error.code",
        "S2, error.context",
        "S2, ping.status",
        "S5, answer.body-read",
        "S6, ping.status",
    })
    void what_another_requirement_explains_is_reported_only_there(Recording recording, String requirement) {
        assertThat(recording.broken(requirement))
                .extracting(RecordingsTests::words)
                .isEmpty();
    }

    /** What fails rightly must still fail, so that the tables above are not satisfied by judging less. */
    @ParameterizedTest
    @CsvSource({
        "S1, answer.packet-type",
        "S1, fragment.length",
        "S1, content-length.missing",
        "S1, unknown-session.status",
        "S2, answer.body-read",
        "S2, answer.sent",
        "S2, error.context.server",
        "S2, fragment.status.gap",
        "S3, answer.body-read",
        "S3, fragment.overlap.kept",
        "S3, header.too-long",
        "S3, answer.content-length.exact",
        "S6, answer.body-read",
        "S6, answer.packet-type",
        "S6, error.code",
        "S6, fragment.status.next",
    })
    void what_is_wrong_is_found(Recording recording, String requirement) {
        assertThat(recording.broken(requirement)).isNotEmpty();
    }

    /** The root defects that a person identified. */
    @ParameterizedTest
    @CsvSource({
        "S1, no-session-table exception-without-ack error-code-never-sent range-not-checked",
        "S2, exception-without-ack session-never-ends range-not-checked protocols-letter-case body-left-unread"
                + " one-status-for-errors",
        "S3, no-session-table errors-are-html error-fields-missing body-left-unread",
        "S4, error-with-success-status session-never-ends range-not-checked exception-without-ack",
        "S5, error-code-says-nothing protocols-last-only protocols-letter-case header-misspelt",
        "S6, exception-without-ack content-as-text error-fields-missing error-fields-on-success"
                + " protocols-compared-whole values-not-trimmed answer-without-length body-left-unread",
    })
    void causes_are_named(Recording recording, String causes) {
        assertThat(recording.result().causes()).extracting(Cause::id).containsExactlyInAnyOrder(causes.split(" "));
    }

    /** A reader sees at most 1.3 entries per root defect: causes, and broken requirements that no cause explains. */
    @ParameterizedTest
    @CsvSource({"S1, 10", "S2, 16", "S3, 14", "S4, 16", "S5, 10", "S6, 16"})
    void one_cause_is_one_entry(Recording recording, int most) {
        RunResult result = recording.result();
        List<String> explained = result.causes().stream()
                .flatMap(cause -> cause.explains().stream())
                .toList();
        long unexplained = result.broken().stream()
                .filter(broken -> !explained.contains(broken.requirement().id()))
                .count();
        assertThat(result.causes().size() + unexplained).isLessThanOrEqualTo(most);
    }

    private static String words(Finding finding) {
        return finding.caseId() + " " + finding.exchange() + ": " + finding.message();
    }
}
