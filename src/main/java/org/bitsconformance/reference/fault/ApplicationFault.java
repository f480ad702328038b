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
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Refusal;

/** Faults in how a server handles a failing server application. They show if there is one. */
public enum ApplicationFault implements Fault {
    APPLICATION_ERROR_ANSWERED_200(
            "The last Fragment is accepted although the server application answered with an error",
            "200",
            overlooking(Refusal.NOTICE_REFUSED)),

    APPLICATION_ERROR_ANSWERED_500(
            "The last Fragment is answered 500 whatever error the server application answered",
            "500",
            answering(When.refusedFor(Refusal.NOTICE_REFUSED), StatusCode.INTERNAL_SERVER_ERROR)),

    APPLICATION_ERROR_CONTEXT_OF_SERVER(
            "Errors that come from the server application have the context of the server",
            "0x7",
            setting(failed(), BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex())),

    APPLICATION_ERROR_WITHOUT_CONTEXT(
            "Errors that come from the server application have no context",
            "BITS-Error-Context",
            dropping(failed(), BitsHeaders.ERROR_CONTEXT)),

    APPLICATION_ERROR_CODE_ALONE(
            "Errors that come from the server application have their code under the name of the Win32 pages, and no"
                    + " context",
            "BITS-Error-Context",
            rewriting(
                    failed(),
                    ack -> ack.answer()
                            .with(ack.answer().headers().renamed(BitsHeaders.ERROR, BitsHeaders.ERROR_CODE))
                            .without(BitsHeaders.ERROR_CONTEXT))),

    APPLICATION_REDIRECT_ACCEPTED(
            "The last Fragment is accepted although the server application answered 302",
            "302",
            hearing(said -> said.status() / 100 == 3 ? BackEndAnswer.AGREED : said)),

    NOTIFICATION_UNSENT_ACCEPTED(
            "The last Fragment is accepted although the server application cannot be reached, or resets the connection",
            "200",
            overlooking(Refusal.NOTICE_UNSENT)),

    NOTIFICATION_UNANSWERED_ACCEPTED(
            "The last Fragment is accepted although the server application closed the connection without an answer",
            "200",
            overlooking(Refusal.NOTICE_UNANSWERED)),

    APPLICATION_ANSWER_CUT_ACCEPTED(
            "A reply that breaks off is treated as complete", "200", overlooking(Refusal.NOTICE_ANSWER_CUT)),

    APPLICATION_ANSWER_INVALID_ACCEPTED(
            "The last Fragment is accepted although the answer of the server application is not HTTP",
            "200",
            overlooking(Refusal.NOTICE_ANSWER_INVALID)),

    APPLICATION_HTTP_1_0_ACCEPTED(
            "An HTTP/1.0 answer of the server application is accepted",
            "HTTP/1",
            overlooking(Refusal.NOTICE_ANSWER_OF_OTHER_VERSION)),

    APPLICATION_ANSWER_INVALID_ANSWERED_400(
            "The last Fragment is answered 400 if the answer of the server application is invalid",
            "411",
            answering(invalidAnswer(), StatusCode.BAD_REQUEST)),

    APPLICATION_ANSWER_INVALID_OTHER_CODE(
            "The last Fragment is answered with 0x80004005 if the answer of the server application is invalid",
            "0x80070057",
            rewriting(invalidAnswer(), FaultyValues::withUnspecificError)),

    NOTIFICATION_TIMEOUT_ACCEPTED(
            "The last Fragment is accepted although the server application did not answer in time",
            "200",
            overlooking(Refusal.NOTICE_TIMED_OUT)),

    NOTIFICATION_TIMEOUT_ANSWERED_500(
            "The last Fragment is answered 500 if the server application did not answer in time",
            "408",
            answering(timedOut(), StatusCode.INTERNAL_SERVER_ERROR)),

    NOTIFICATION_TIMEOUT_ANSWERED_501(
            "The last Fragment is answered 501 if the server application did not answer in time",
            "gives up its job",
            answering(timedOut(), StatusCode.NOT_IMPLEMENTED)),

    NOTIFICATION_TIMEOUT_OTHER_CODE(
            "The last Fragment is answered with 0x80004005 if the server application did not answer in time",
            "0x80070112",
            rewriting(timedOut(), FaultyValues::withUnspecificError)),

    NOTIFICATION_TIMEOUT_CONTEXT_OF_SERVER(
            "The error has the context of the server if the server application did not answer in time",
            "0x7",
            setting(timedOut(), BitsHeaders.ERROR_CONTEXT, ErrorContext.SERVER.hex()));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    ApplicationFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Any way in which a notification can fail, except a time-out. */
    private static Predicate<Ack> failed() {
        return refusedForOneOf(EnumSet.of(
                Refusal.NOTICE_UNSENT,
                Refusal.NOTICE_UNANSWERED,
                Refusal.NOTICE_ANSWER_CUT,
                Refusal.NOTICE_ANSWER_INVALID,
                Refusal.NOTICE_ANSWER_OF_OTHER_VERSION,
                Refusal.NOTICE_REFUSED,
                Refusal.REPLY_URL_TOO_LONG,
                Refusal.REPLY_URL_RELATIVE));
    }

    private static Predicate<Ack> invalidAnswer() {
        return refusedForOneOf(EnumSet.of(
                Refusal.NOTICE_ANSWER_INVALID, Refusal.NOTICE_ANSWER_OF_OTHER_VERSION, Refusal.REPLY_URL_RELATIVE));
    }

    private static Predicate<Ack> timedOut() {
        return When.refusedFor(Refusal.NOTICE_TIMED_OUT);
    }

    private static Predicate<Ack> refusedForOneOf(Set<Refusal> reasons) {
        return ack -> ack.refusal().filter(reasons::contains).isPresent();
    }
}
