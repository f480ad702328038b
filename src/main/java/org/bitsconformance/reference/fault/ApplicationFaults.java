package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.hearing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.BackEndAnswer;
import org.bitsconformance.reference.server.Refusal;

/** Faults in what a server makes of a server application that fails. They show where there is one. */
final class ApplicationFaults {

    /** Everything that can go wrong with a notification but that it takes too long. */
    private static final Predicate<Ack> FAILED = refusedForOneOf(EnumSet.of(
            Refusal.NOTICE_UNSENT,
            Refusal.NOTICE_UNANSWERED,
            Refusal.NOTICE_ANSWER_CUT,
            Refusal.NOTICE_ANSWER_INVALID,
            Refusal.NOTICE_ANSWER_OF_OTHER_VERSION,
            Refusal.NOTICE_REFUSED,
            Refusal.REPLY_URL_TOO_LONG,
            Refusal.REPLY_URL_RELATIVE));

    private static final Predicate<Ack> INVALID = refusedForOneOf(EnumSet.of(
            Refusal.NOTICE_ANSWER_INVALID, Refusal.NOTICE_ANSWER_OF_OTHER_VERSION, Refusal.REPLY_URL_RELATIVE));

    private static final Predicate<Ack> TIMED_OUT = When.refusedFor(Refusal.NOTICE_TIMED_OUT);

    static final Defect APPLICATION_ERROR_ANSWERED_200 = new Defect(
            "The last Fragment is accepted though the server application answered with an error",
            "200",
            overlooking(Refusal.NOTICE_REFUSED));

    static final Defect APPLICATION_ERROR_ANSWERED_500 = new Defect(
            "The last Fragment is answered 500 whatever error the server application answered",
            "500",
            answering(When.refusedFor(Refusal.NOTICE_REFUSED), StatusCode.INTERNAL_SERVER_ERROR));

    static final Defect APPLICATION_ERROR_CONTEXT_OF_SERVER = new Defect(
            "Errors that come from the server application have the context of the server",
            "0x7",
            setting(FAILED, BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex()));

    static final Defect APPLICATION_ERROR_WITHOUT_CONTEXT = new Defect(
            "Errors that come from the server application have no context",
            "BITS-Error-Context",
            dropping(FAILED, BitsHeaders.ERROR_CONTEXT));

    static final Defect APPLICATION_ERROR_CODE_ALONE = new Defect(
            "Errors that come from the server application have their code under the name of the Win32 pages, and no"
                    + " context",
            "BITS-Error-Context",
            rewriting(
                    FAILED,
                    ack -> ack.answer()
                            .with(ack.answer().headers().renamed(BitsHeaders.ERROR, BitsHeaders.ERROR_CODE))
                            .without(BitsHeaders.ERROR_CONTEXT)));

    static final Defect APPLICATION_REDIRECT_ACCEPTED = new Defect(
            "The last Fragment is accepted though the server application answered 302",
            "302",
            hearing(said -> said.status() / 100 == 3 ? BackEndAnswer.AGREED : said));

    static final Defect NOTIFICATION_UNSENT_ACCEPTED = new Defect(
            "The last Fragment is accepted though the server application cannot be reached, or resets the connection",
            "200",
            overlooking(Refusal.NOTICE_UNSENT));

    static final Defect NOTIFICATION_UNANSWERED_ACCEPTED = new Defect(
            "The last Fragment is accepted though the server application closed the connection without an answer",
            "200",
            overlooking(Refusal.NOTICE_UNANSWERED));

    static final Defect APPLICATION_ANSWER_CUT_ACCEPTED = new Defect(
            "A reply that breaks off is taken for a whole one", "200", overlooking(Refusal.NOTICE_ANSWER_CUT));

    static final Defect APPLICATION_ANSWER_INVALID_ACCEPTED = new Defect(
            "The last Fragment is accepted though the answer of the server application is not HTTP",
            "200",
            overlooking(Refusal.NOTICE_ANSWER_INVALID));

    static final Defect APPLICATION_HTTP_1_0_ACCEPTED = new Defect(
            "An answer of the server application in HTTP/1.0 is taken",
            "HTTP/1",
            overlooking(Refusal.NOTICE_ANSWER_OF_OTHER_VERSION));

    static final Defect APPLICATION_ANSWER_INVALID_ANSWERED_400 = new Defect(
            "The last Fragment is answered 400 where the answer of the server application is invalid",
            "411",
            answering(INVALID, StatusCode.BAD_REQUEST));

    static final Defect APPLICATION_ANSWER_INVALID_OTHER_CODE = new Defect(
            "The last Fragment is answered with 0x80004005 where the answer of the server application is invalid",
            "0x80070057",
            rewriting(INVALID, FaultyValues::withUnspecificError));

    static final Defect NOTIFICATION_TIMEOUT_ACCEPTED = new Defect(
            "The last Fragment is accepted though the server application did not answer in time",
            "200",
            overlooking(Refusal.NOTICE_TIMED_OUT));

    static final Defect NOTIFICATION_TIMEOUT_ANSWERED_500 = new Defect(
            "The last Fragment is answered 500 where the server application did not answer in time",
            "408",
            answering(TIMED_OUT, StatusCode.INTERNAL_SERVER_ERROR));

    static final Defect NOTIFICATION_TIMEOUT_ANSWERED_501 = new Defect(
            "The last Fragment is answered 501 where the server application did not answer in time",
            "gives its job up",
            answering(TIMED_OUT, StatusCode.NOT_IMPLEMENTED));

    static final Defect NOTIFICATION_TIMEOUT_OTHER_CODE = new Defect(
            "The last Fragment is answered with 0x80004005 where the server application did not answer in time",
            "0x80070112",
            rewriting(TIMED_OUT, FaultyValues::withUnspecificError));

    static final Defect NOTIFICATION_TIMEOUT_CONTEXT_OF_SERVER = new Defect(
            "The error has the context of the server where the server application did not answer in time",
            "0x7",
            setting(TIMED_OUT, BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex()));

    private ApplicationFaults() {}

    private static Predicate<Ack> refusedForOneOf(Set<Refusal> reasons) {
        return ack -> ack.refusal().filter(reasons::contains).isPresent();
    }
}
