package org.bitsconformance.judge;

import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;
import org.bitsconformance.transcript.http.Excerpt;

/** Checks of an answer's status and HRESULT that many rules share. */
public final class StatusChecks {

    private static final int LOWEST_ERROR = 400;
    private static final Set<Integer> OF_GATEWAY = Set.of(502, 503, 504);

    private StatusChecks() {}

    /** The status is this one; instead of success, a documented answer about scarce resources is the target's limit. */
    public static Judgement status(int status, Step step, Answer ack) {
        if (ack.status() == status) {
            return Judgement.held();
        }
        return status == 200 && scarce(ack)
                ? Judgement.skipped("the target's limit: " + step.packet() + " was answered " + ack.status())
                : wrongStatus(String.valueOf(status), step, ack);
    }

    /** The status is one of these. */
    public static Judgement oneOf(Set<Integer> statuses, Step step, Answer ack) {
        return statuses.contains(ack.status())
                ? Judgement.held()
                : wrongStatus(
                        statuses.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or ")), step, ack);
    }

    /** Whether the answer to a Create-Session may be about its destination, because the target has one for all uploads. */
    public static boolean aboutTheOnlyDestination(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION)
                && !context.uploadsAreNamed()
                && (ack.status() == 403 || ack.status() == 409);
    }

    /**
     * Whether the answer to a Fragment comes from a server application, by its context: the application refused the
     * upload (MC-BUP 3.2.5.1.3), or the notification did not reach it (3.2.5.2.6).
     */
    public static boolean isOfApplication(Step step, Answer ack) {
        boolean last = step.request()
                .contentRange()
                .filter(range -> range.last() + 1 == range.total())
                .isPresent();
        return last && error(ack) && namesApplication(ack);
    }

    /** Whether the context of an error is the server application. */
    public static boolean namesApplication(Answer ack) {
        return ack.headers()
                .first(BitsHeaders.ERROR_CONTEXT)
                .flatMap(ErrorCode::hexadecimal)
                .filter(value -> value == ErrorContext.REMOTE_APPLICATION.value())
                .isPresent();
    }

    /** Blames the server for nothing that a server application says. */
    public static Judgement ofApplication(Step step, Answer ack) {
        return Judgement.skipped(step.packet() + " with the last byte was answered " + ack.status()
                + ", which may be for the server application: it refused the upload, or was not reached");
    }

    /** Says that the target's only destination is occupied. */
    public static Judgement onlyDestination() {
        return Judgement.skipped("the target has one URL for every upload, and its destination may exist already");
    }

    /** The finding that a status is wrong. */
    public static Judgement wrongStatus(String expected, Step step, Answer ack) {
        String range =
                step.request().contentRange().map(found -> " (" + found + ")").orElse("");
        return Judgement.broken(
                        "status " + expected,
                        Excerpt.of(ack.statusLine()),
                        step.packet() + range + " was answered " + ack.status() + " where " + expected
                                + " is expected.")
                .decidedBy(Judgement.STATUS);
    }

    /** Whether the answer says, as documented, that the server lacks the room (MC-BUP 2.2.1.2). */
    public static boolean scarce(Answer ack) {
        return ack.status() == 500 && (says(ack, Hresult.BG_E_TOO_LARGE) || says(ack, Hresult.ERROR_DISK_FULL));
    }

    /**
     * Whether the status is one that HTTP has for a server that cannot reach another server, or gets a wrong or late
     * answer from it (502, 503, 504; RFC 2616 10.5.3 to 10.5.5).
     */
    public static boolean ofGateway(Answer ack) {
        return OF_GATEWAY.contains(ack.status());
    }

    /** Whether the status is an error. */
    public static boolean error(Answer ack) {
        return ack.status() >= LOWEST_ERROR;
    }

    /** Whether the answer carries an HRESULT. */
    public static boolean says(Answer ack, Hresult code) {
        return ErrorCode.all(ack.headers()).stream()
                .flatMap(found -> found.value().stream())
                .anyMatch(value -> value == code.value());
    }

    /** Name of the field that has the HRESULT, or should have it. */
    public static String codeField(Answer ack) {
        return ErrorCode.of(ack.headers()).map(ErrorCode::header).orElse(BitsHeaders.ERROR_CODE);
    }

    /** The HRESULT as received, for messages. */
    public static String code(Answer ack) {
        return ErrorCode.of(ack.headers())
                .map(code -> Excerpt.of(code.toString()))
                .orElse("no HRESULT");
    }
}
