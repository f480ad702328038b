package org.bitsconformance.judge.ack;

import static org.bitsconformance.judge.table.AckRow.rule;
import static org.bitsconformance.judge.table.Condition.*;
import static org.bitsconformance.judge.table.Then.*;
import static org.bitsconformance.protocol.BitsHeaders.*;

import java.util.List;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * Rules about any Ack, and about the answers to Ping: what its header fields and its status say. A rule that states one
 * fact about an Ack is a row: its name, its requirement, when it applies, what must hold. Any other rule is a class.
 */
public final class AckRules {

    private static final List<Rule> RULES = List.of(
            new AnswerIsSent(),
            new AnswerIsHttp(),
            rule("AnswerIsHttp11", "answer.http-version", everyAck(), version("HTTP/1.1")),
            // BITS-Packet-Type: Ack; the case of the value is open, since MC-BUP itself writes ACK once (2.2.11.2).
            rule(
                    "AnswerIsAnAck",
                    "answer.packet-type",
                    everyAck(),
                    form(PACKET_TYPE, PACKET_TYPE + ": Ack", "Ack"::equalsIgnoreCase)),
            // Content-Length is present, even without a body.
            rule("ContentLengthIsThere", "answer.content-length", everyAck(), present(CONTENT_LENGTH)),
            new ContentLengthIsExact(),
            new AckHasNoBody(),
            new RefusedBodyIsRead(),
            new HeaderValuesAreShort(),
            new ErrorHasCode(),
            new SuccessHasNoCode(),
            new ErrorCodeIsHexadecimal(),
            new ErrorCodeIsDocumented(),
            new ErrorHasContext(),
            rule("SuccessHasNoContext", "error.context.absent", succeeded(), absent(ERROR_CONTEXT)),
            // The context of an error is one of the two defined ones, as a hexadecimal number.
            rule(
                    "ErrorContextIsKnown",
                    "error.context.value",
                    when(not(succeeded()), hasValue(ERROR_CONTEXT)),
                    form(ERROR_CONTEXT, ERROR_CONTEXT + ": 0x5 or 0x7", AckRules::isKnownContext)),
            new ContextGoesWithCode(),
            new ContextIsOfServer(),
            new MissingLengthIsRefused(),
            new CredentialsAreAskedFor(),
            new PingNegotiatesSecurity(),
            new DeniedUserIsRefused(),
            rule("PingIsAnswered200", "ping.status", when(ping(), wellFormed(), noSessionId()), status(200)),
            // The 200 Acks to a session's packets carry its id; Windows has been seen to leave it out (MC-BUP 4.1).
            rule(
                            "SessionIdIsEchoed",
                            "session-id.echoed",
                            when(packetOfASession(), sessionOfTheServer(), answered(200)),
                            present(SESSION_ID))
                    .but(
                            when(dialect(Dialect.WINDOWS), not(has(SESSION_ID))),
                            report("The 200 answer to {packet} has no " + SESSION_ID
                                    + ", as in the traffic of Windows in MC-BUP 4.1.")),
            new SessionIdIsTheSame(),
            // A simple upload has no reply.
            rule("ReplyUrlIsAbsent", "fragment.reply-url.absent", fragment(), absent(REPLY_URL))
                    .but(uploadsHaveAReply(), skip("the target answers uploads with a reply")),
            new ReplyUrlHasForm(),
            rule(
                    "ReplyUrlIsGiven",
                    "reply-url.last",
                    when(
                            uploadsHaveAReply(),
                            answered(200),
                            nothingWrong(),
                            withTheLastByte(),
                            bytesMissingBefore(),
                            allBytesAfter()),
                    present(REPLY_URL)),
            // If uploads have a reply, the Ack to a fragment has no reply URL while bytes are missing.
            rule(
                    "ReplyUrlIsOfTheLastAlone",
                    "reply-url.others",
                    when(uploadsHaveAReply(), answered(200), withoutTheLastByte(), bytesMissingAfter()),
                    absent(REPLY_URL)),
            new ReplyUrlIsGivenAgain());

    private AckRules() {}

    /** Every rule of this package. */
    public static List<Rule> all() {
        return RULES;
    }

    private static boolean isKnownContext(String value) {
        return ErrorCode.hexadecimal(value).flatMap(ErrorContext::of).isPresent();
    }
}
