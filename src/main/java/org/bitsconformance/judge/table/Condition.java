package org.bitsconformance.judge.table;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/** Which Acks a row of a table applies to. */
@FunctionalInterface
public interface Condition {

    /** Whether the row applies to this Ack and packet. */
    boolean holds(Step step, Answer ack, Context context);

    /** All of these conditions. */
    static Condition when(Condition... conditions) {
        return (step, ack, context) ->
                Arrays.stream(conditions).allMatch(condition -> condition.holds(step, ack, context));
    }

    /** The opposite of a condition. */
    static Condition not(Condition other) {
        return (step, ack, context) -> !other.holds(step, ack, context);
    }

    /** Every Ack. */
    static Condition everyAck() {
        return (step, ack, context) -> true;
    }

    // the packet

    /** The packet is a Ping. */
    static Condition ping() {
        return packet(PacketType.PING);
    }

    /** The packet is a Create-Session. */
    static Condition createSession() {
        return packet(PacketType.CREATE_SESSION);
    }

    /** The packet is a Fragment. */
    static Condition fragment() {
        return packet(PacketType.FRAGMENT);
    }

    /** The packet is a Close-Session or a Cancel-Session. */
    static Condition closeOrCancelSession() {
        return (step, ack, context) -> step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION);
    }

    /** The packet is a Fragment, a Close-Session or a Cancel-Session. */
    static Condition packetOfASession() {
        return (step, ack, context) -> step.belongsToSession();
    }

    /** The packet gives no reason to refuse it, whatever the state of its session. */
    static Condition wellFormed() {
        return (step, ack, context) -> step.wellFormed();
    }

    /** No byte of the packet gives a reason to refuse it. */
    static Condition nothingWrong() {
        return (step, ack, context) -> step.shownFlaws().isEmpty();
    }

    /** The packet gives only this reason to refuse it. */
    static Condition onlyWrong(Flaw flaw) {
        return (step, ack, context) -> step.onlyFlaw(flaw);
    }

    // its session

    /** The packet has no session id. */
    static Condition noSessionId() {
        return (step, ack, context) -> step.reference() == Step.Reference.NONE;
    }

    /** The packet has the id of a session that the server gave. */
    static Condition sessionOfTheServer() {
        return (step, ack, context) -> step.reference() == Step.Reference.GIVEN;
    }

    /** The packet is right except for a session id that the server never gave. */
    static Condition unknownSession() {
        return (step, ack, context) -> step.namesUnknownSession();
    }

    /** The session has been closed. */
    static Condition afterClose() {
        return (step, ack, context) -> step.before().closed();
    }

    /** The session was cancelled before its last byte came. */
    static Condition afterEarlyCancel() {
        return (step, ack, context) -> step.before().cancelledEarly();
    }

    /** Bytes of the upload were missing before the packet. */
    static Condition bytesMissingBefore() {
        return (step, ack, context) -> step.before().incomplete();
    }

    /** Bytes of the upload are missing after the packet. */
    static Condition bytesMissingAfter() {
        return (step, ack, context) -> step.after().incomplete();
    }

    /** All bytes of the upload have arrived with the packet. */
    static Condition allBytesAfter() {
        return (step, ack, context) -> step.after().complete();
    }

    // the range of a fragment

    /** The Fragment begins at the byte that the server waits for. */
    static Condition atTheNextByte() {
        return (step, ack, context) ->
                step.validFragment().filter(step.before()::expects).isPresent();
    }

    /** The Fragment begins after the byte that the server waits for. */
    static Condition behindAGap() {
        return (step, ack, context) ->
                step.validFragment().filter(step.before()::expectsBefore).isPresent();
    }

    /** The Fragment has the last byte of the upload. */
    static Condition withTheLastByte() {
        return (step, ack, context) ->
                step.validFragment().filter(ContentRange::reachesEnd).isPresent();
    }

    /** The Fragment does not have the last byte of the upload. */
    static Condition withoutTheLastByte() {
        return (step, ack, context) ->
                step.validFragment().filter(range -> !range.reachesEnd()).isPresent();
    }

    // the Ack

    /** The Ack means success. */
    static Condition succeeded() {
        return (step, ack, context) -> ack.success();
    }

    /** The Ack has the status of an error, 400 or more. */
    static Condition refused() {
        return (step, ack, context) -> StatusChecks.error(ack);
    }

    /** The Ack has one of these statuses. */
    static Condition answered(int... statuses) {
        return (step, ack, context) -> IntStream.of(statuses).anyMatch(status -> status == ack.status());
    }

    /** The Ack has this header field, which may be empty. */
    static Condition has(String field) {
        return (step, ack, context) -> ack.headers().has(field);
    }

    /** The Ack has this header field with a value. */
    static Condition hasValue(String field) {
        return (step, ack, context) ->
                ack.headers().first(field).filter(value -> !value.isEmpty()).isPresent();
    }

    /** The Ack says that the server application refuses. */
    static Condition theApplicationAnswers() {
        return (step, ack, context) -> StatusChecks.isOfApplication(step, ack);
    }

    // the run

    /** A server application behind the uploads gives replies. */
    static Condition uploadsHaveAReply() {
        return (step, ack, context) -> context.uploadReply();
    }

    /** This dialect decides. */
    static Condition dialect(Dialect dialect) {
        return (step, ack, context) -> context.dialect() == dialect;
    }

    private static Condition packet(PacketType type) {
        return (step, ack, context) -> step.is(type);
    }
}
