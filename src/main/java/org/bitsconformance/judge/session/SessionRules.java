package org.bitsconformance.judge.session;

import static org.bitsconformance.judge.table.AckRow.rule;
import static org.bitsconformance.judge.table.Condition.*;
import static org.bitsconformance.judge.table.Then.*;
import static org.bitsconformance.protocol.BitsHeaders.RECEIVED_CONTENT_RANGE;

import java.util.List;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.table.Then;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;

/**
 * Rules about a packet of a session: why it is refused, fragments and their offsets, the end of a session, what
 * arrives. A rule that states one fact about an Ack is a row: its name, its requirement, when it applies, what must
 * hold. Any other rule is a class.
 */
public final class SessionRules {

    private static final List<Rule> RULES = List.of(
            refused("packet-type.unknown", Flaw.PACKET_TYPE_UNKNOWN),
            refused("header.too-long", Flaw.VALUE_TOO_LONG),
            refused("body.unexpected", Flaw.BODY_UNEXPECTED),
            refused("create-session.protocols.missing", Flaw.PROTOCOLS_MISSING),
            refused("create-session.protocols.unknown", Flaw.PROTOCOLS_UNKNOWN),
            refused("create-session.protocols.malformed", Flaw.PROTOCOLS_MALFORMED),
            new SessionIdsAreUnique(),
            new NamedHostServes(),
            refused("session-id.missing", Flaw.SESSION_MISSING),
            refused("session-id.malformed", Flaw.SESSION_MALFORMED),
            rule("NextFragmentIsTaken", "fragment.status.next", atTheNextByte(), status(200))
                    .but(theApplicationAnswers(), leftToTheApplication()),
            rule("GapIsRefused", "fragment.status.gap", behindAGap(), status(416)),
            new OverlapIsCutOrRefused(),
            new OverlapKeepsBytes(),
            new ResumedFragmentIsTaken(),
            refused("fragment.content-range.invalid", Flaw.RANGE_INVALID),
            refused("fragment.length", Flaw.LENGTH_DIFFERS),
            refused("fragment.total", Flaw.TOTAL_CHANGED),
            // The answers to a fragment that know an offset, 200 and 416, name it; other answers are open.
            rule(
                    "ReceivedRangeIsThere",
                    "fragment.received-range",
                    when(fragment(), answered(200, 416)),
                    there(RECEIVED_CONTENT_RANGE)),
            new ReceivedRangeIsOffset(),
            new ReceivedRangeIsRight(),
            new CloseSucceeds(),
            new CancelSucceeds(),
            new UnknownSessionIsAnswered500(),
            rule(
                    "UnknownSessionHasItsCode",
                    "unknown-session.code",
                    when(unknownSession(), not(succeeded())),
                    code(Hresult.BG_E_SESSION_NOT_FOUND, "of an unknown session")),
            rule(
                    "ClosedSessionTakesNoFragment",
                    "closed-session.fragment",
                    when(fragment(), onlyWrong(Flaw.SESSION_ENDED), afterClose()),
                    refusedAsEndedBy(PacketType.CLOSE_SESSION)),
            rule(
                    "ClosedSessionTakesNoEnd",
                    "closed-session.end",
                    when(closeOrCancelSession(), onlyWrong(Flaw.SESSION_ENDED), afterClose()),
                    refusedAsEndedBy(PacketType.CLOSE_SESSION)),
            // After a Cancel-Session before the last byte, every packet of the session is refused. After the last byte
            // the documents leave open what a Cancel-Session does (MC-BUP 3.2.5.1.4 against 3.2.5.2.8; Win32
            // cancel-session).
            rule(
                    "CancelledSessionTakesNoPacket",
                    "cancelled-session.packet",
                    when(packetOfASession(), onlyWrong(Flaw.SESSION_ENDED), afterEarlyCancel()),
                    refusedAsEndedBy(PacketType.CANCEL_SESSION)),
            new IdleSessionEnds(),
            new ProgressKeepsSession(),
            new LargeUploadIsRefused(),
            new LargeUploadHasItsCode(),
            new LargeFragmentIsRefused(),
            new DirectoryIsRefused(),
            new DisabledPlaceGivesNoSession(),
            new ExecutePlaceHasItsCode(),
            new UploadIsDelivered(),
            new CancelledUploadIsNotDelivered(),
            new ExistingFileIsNotReplaced());

    private SessionRules() {}

    /** Every rule of this package. */
    public static List<Rule> all() {
        return RULES;
    }

    /** The rule that a packet with only this flaw is refused with the statuses that the documents name for it. */
    private static Rule refused(String requirement, Flaw flaw) {
        return new FlawIsRefused(requirement, flaw);
    }

    private static Then refusedAsEndedBy(PacketType end) {
        return (step, ack, context) -> EndedSession.judge(end, step, ack, context);
    }

    private static Then leftToTheApplication() {
        return (step, ack, context) -> StatusChecks.ofApplication(step, ack);
    }
}
