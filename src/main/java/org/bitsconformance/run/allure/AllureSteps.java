package org.bitsconformance.run.allure;

import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Request;

/** The packets of a case as steps for Allure. If a case was driven again, they are below a step for each attempt. */
final class AllureSteps {

    /** Maximum steps of one drive; the attachment has everything. */
    private static final int MOST = 200;

    private final CaseResult result;
    private final Instant startedAt;
    private final Predicate<Verdict> fails;

    /**
     * The steps of a case.
     *
     * @param startedAt when the run began
     * @param fails whether a verdict fails the run
     */
    AllureSteps(CaseResult result, Instant startedAt, Predicate<Verdict> fails) {
        this.result = result;
        this.startedAt = startedAt;
        this.fails = fails;
    }

    /** One step for each exchange, with the findings about it. */
    List<StepResult> steps() {
        List<Drive> drives = result.drives();
        if (drives.size() == 1) {
            return packets(drives.get(0));
        }
        List<StepResult> steps = new ArrayList<>();
        for (int i = 0; i < drives.size(); i++) {
            steps.add(drive(drives.get(i), i + 1));
        }
        return steps;
    }

    /** What was sent and how it was answered, in one line of printable characters. */
    static String name(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        String packet = request.headers()
                .first(BitsHeaders.PACKET_TYPE)
                .filter(value -> !value.isBlank())
                .orElse(request.method());
        String range = request.headers()
                .first(BitsHeaders.CONTENT_RANGE)
                .map(value -> " " + value)
                .orElse("");
        String again = exchange.attempt() > 1 ? ", sent again" : "";
        return Excerpt.of(packet + range + again) + " → " + answer(exchange);
    }

    private static String answer(Exchange exchange) {
        if (exchange.answer().isEmpty()) {
            return exchange.ending() == Ending.CUT_OFF ? "cut off by the suite" : "no answer";
        }
        String line = exchange.answer().text().lines().findFirst().orElse("");
        return Excerpt.of(line.replaceFirst("^HTTP/\\d\\.\\d ", "").strip());
    }

    private StepResult drive(Drive drive, int number) {
        List<StepResult> packets = packets(drive);
        StepResult step = new StepResult()
                .setName("drive " + number + ": " + drive.verdict().word())
                .setStatus(status(drive.verdict()))
                .setStage(Stage.FINISHED)
                .setSteps(packets);
        if (!drive.reason().isEmpty()) {
            step.setStatusDetails(new StatusDetails().setMessage(drive.reason()));
        }
        if (!packets.isEmpty()) {
            step.setStart(packets.get(0).getStart());
            step.setStop(packets.get(packets.size() - 1).getStop());
        }
        return step;
    }

    private List<StepResult> packets(Drive drive) {
        List<StepResult> steps = new ArrayList<>();
        drive.exchanges().stream().limit(MOST).map(this::packet).forEach(steps::add);
        int more = drive.exchanges().size() - MOST;
        if (more > 0) {
            long stop = steps.get(MOST - 1).getStop();
            steps.add(new StepResult()
                    .setName("and " + more + " more, in the attachment")
                    .setStatus(Status.SKIPPED)
                    .setStage(Stage.FINISHED)
                    .setStart(stop)
                    .setStop(stop));
        }
        return steps;
    }

    private StepResult packet(Exchange exchange) {
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.exchange().equals(exchange.id()))
                .filter(finding -> finding.broken() || finding.verdict() == Verdict.INCOMPLETE)
                .toList();
        StepResult step = new StepResult()
                .setName(name(exchange))
                .setStatus(status(exchange, findings))
                .setStage(Stage.FINISHED)
                .setStart(millis(exchange.timing().startedMicros()))
                .setStop(millis(exchange.timing().endedMicros()));
        if (!findings.isEmpty()) {
            step.setStatusDetails(new StatusDetails()
                    .setMessage(findings.stream()
                            .map(finding -> finding.requirement() + " "
                                    + finding.verdict().word() + ": " + finding.message())
                            .distinct()
                            .collect(Collectors.joining("\n"))));
        }
        return step;
    }

    private Status status(Exchange exchange, List<Finding> findings) {
        return exchange.purpose().judged()
                ? status(findings.stream()
                        .map(Finding::verdict)
                        .reduce(Verdict.PASS, (one, other) -> one.compareTo(other) < 0 ? one : other))
                : Status.SKIPPED;
    }

    private Status status(Verdict verdict) {
        if (fails.test(verdict) || verdict == Verdict.UNSTABLE) {
            return Status.FAILED;
        }
        return switch (verdict) {
            case INCOMPLETE -> Status.BROKEN;
            case SKIP -> Status.SKIPPED;
            default -> Status.PASSED;
        };
    }

    private long millis(long micros) {
        return startedAt.toEpochMilli() + micros / 1_000;
    }
}
