package org.bitsconformance.reference.fault;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.PacketInSession;
import org.bitsconformance.reference.server.Past;
import org.bitsconformance.reference.server.Refusal;

/**
 * Faults that show only after a certain history of packets to one URL. Histories are written in the letters of {@link
 * Past}, without the packet itself.
 */
public enum HistoryFault implements Fault {
    THIRD_GAP_ACCEPTED("The third gap in a row is accepted", "416", after("GG", Misbehaviour.FILLS_GAPS)),

    GAP_AFTER_REPEAT_ACCEPTED(
            "A gap right after a repeated Fragment is accepted", "416", after("R", Misbehaviour.FILLS_GAPS)),

    CLOSE_AFTER_GAP_KEEPS_SESSION(
            "Close-Session right after a refused gap is answered 200, and the session goes on",
            "Fragment",
            after("G", Misbehaviour.IGNORES_CLOSES)),

    CANCEL_AFTER_GAP_KEEPS_SESSION(
            "Cancel-Session right after a refused gap is answered 200, and the session goes on",
            "Fragment",
            after("G", Misbehaviour.IGNORES_CANCELS)),

    CANCEL_AFTER_REPEAT_KEEPS_SESSION(
            "Cancel-Session right after a repeated Fragment is answered 200, and the session goes on",
            "Fragment",
            after("R", Misbehaviour.IGNORES_CANCELS)),

    SECOND_REPEAT_APPENDED(
            "A Fragment that is repeated twice is stored a second time",
            "bytes",
            after("R", Misbehaviour.STORES_OVERLAPS_TWICE)),

    REPEAT_AFTER_GAP_APPENDED(
            "A Fragment that is repeated right after a refused gap is stored a second time",
            "bytes",
            after("G", Misbehaviour.STORES_OVERLAPS_TWICE)),

    CANCELLED_UPLOAD_INHERITED(
            "An upload to the URL of a cancelled one begins with the offset of that",
            "Fragment",
            after("F[^C]*X", Misbehaviour.INHERITS_BYTES)),

    UPLOAD_AFTER_CANCEL_LOST(
            "An upload to the URL of a cancelled one never appears",
            "404",
            after("X.*C.*", Misbehaviour.LOSES_UPLOADS)),

    UPLOAD_AFTER_TWO_GAPS_LOST(
            "An upload with two refused gaps in a row never appears", "404", after("GG.*", Misbehaviour.LOSES_UPLOADS)),

    UPLOAD_AFTER_TWO_REPEATS_LOST(
            "An upload with a Fragment that was repeated twice never appears",
            "404",
            after("RR.*", Misbehaviour.LOSES_UPLOADS)),

    PING_AFTER_GAP_ENDS_SESSION(
            "A Ping right after a refused gap ends the session",
            "Fragment",
            after("G", Misbehaviour.ENDS_SESSIONS_AT_PINGS)),

    FRAGMENT_AFTER_TWO_PINGS_REFUSED(
            "A Fragment after two Pings in a row is refused", "Fragment", refusing(PacketType.FRAGMENT, "PP")),

    CLOSE_AFTER_TWO_PINGS_REFUSED(
            "Close-Session after two Pings in a row is refused",
            "Close-Session",
            refusing(PacketType.CLOSE_SESSION, "PP")),

    CANCEL_AFTER_TWO_PINGS_REFUSED(
            "Cancel-Session after two Pings in a row is refused",
            "Cancel-Session",
            refusing(PacketType.CANCEL_SESSION, "PP")),

    FRAGMENT_AFTER_TWO_REPEATS_DROPPED(
            "A Fragment after one that was repeated twice is answered 200 and not stored",
            "BITS-Received-Content-Range",
            after("RR", Misbehaviour.DROPS_FRAGMENTS)),

    CLOSE_OF_SECOND_SESSION_IGNORED(
            "Close-Session of a second session of a URL whose first is open is answered 200, and the session goes on",
            "Fragment",
            after("C[^KX]*C.*", Misbehaviour.IGNORES_CLOSES)),

    CANCELLED_SESSION_COMES_BACK(
            "A cancelled session is served again once another was created for its URL",
            "Fragment",
            after("X.*C.*", Misbehaviour.SERVES_ENDED_SESSIONS));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    HistoryFault(String title, String tellTale, Conduct conduct) {
        this.defect = Defect.outsideMessages(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Misbehaves at a packet if the history of its URL ends as the pattern says. */
    private static Conduct after(String end, Misbehaviour own) {
        Pattern pattern = Pattern.compile(".*" + end);
        return new Conduct() {
            @Override
            public boolean commits(Misbehaviour misbehaviour, PacketInSession exchange) {
                return misbehaviour == own && pattern.matcher(exchange.past()).matches();
            }
        };
    }

    /** Refuses packets of a type if the history of their URL ends as the pattern says. */
    private static Conduct refusing(PacketType type, String end) {
        Pattern pattern = Pattern.compile(".*" + end);
        return new Conduct() {
            @Override
            public Optional<Refusal> objection(PacketInSession exchange) {
                return Optional.of(Refusal.UNDESERVED)
                        .filter(refusal -> exchange.is(type)
                                && exchange.session().isPresent()
                                && pattern.matcher(exchange.past()).matches());
            }
        };
    }
}
