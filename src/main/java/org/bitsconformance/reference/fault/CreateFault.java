package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.adding;
import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.choosingFirst;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;
import static org.bitsconformance.reference.fault.Deviations.refusing;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;

import java.util.EnumSet;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.ProtocolOffer;
import org.bitsconformance.reference.server.Refusal;

/** Faults that concern Create-Session. */
public enum CreateFault implements Fault {
    CREATE_ANSWERED_202(
            "Create-Session succeeds with 202",
            "202",
            answering(When.accepted(PacketType.CREATE_SESSION), StatusCode.ACCEPTED)),

    CREATE_WITHOUT_SESSION_ID(
            "Create-Session succeeds and names no session",
            "BITS-Session-Id",
            dropping(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.SESSION_ID)),

    CREATE_WITHOUT_PROTOCOL(
            "Create-Session succeeds and names no protocol",
            "BITS-Protocol",
            dropping(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.PROTOCOL)),

    CREATE_PROTOCOL_NOT_OFFERED(
            "Create-Session chooses a protocol that was not offered",
            "BITS-Protocol",
            setting(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.PROTOCOL, FaultyValues.OTHER_GUID)),

    CREATE_PROTOCOL_ON_ERROR(
            "A refused Create-Session chooses a protocol",
            "BITS-Protocol",
            setting(
                    When.ERROR.and(When.answerTo(PacketType.CREATE_SESSION)),
                    BitsHeaders.PROTOCOL,
                    UploadProtocol.BITS_1_5)),

    CREATE_ACCEPT_ENCODING_ON_ERROR(
            "A refused Create-Session says which encodings are accepted",
            "Accept-Encoding",
            setting(When.ERROR.and(When.answerTo(PacketType.CREATE_SESSION)), BitsHeaders.ACCEPT_ENCODING, "identity")),

    CREATE_FALLBACK_TIMEOUT_WITHOUT_HOST(
            "Create-Session names a fallback timeout and no host",
            "BITS-Host-Id-Fallback-Timeout",
            rewriting(
                    When.accepted(PacketType.CREATE_SESSION),
                    ack -> ack.answer()
                            .without(BitsHeaders.HOST_ID)
                            .with(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, "110"))),

    CREATE_WITHOUT_HOST_ID(
            "Create-Session names no host although one is configured",
            "BITS-Host-Id",
            rewriting(
                    When.accepted(PacketType.CREATE_SESSION),
                    ack -> ack.answer().without(BitsHeaders.HOST_ID).without(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT))),

    CREATE_HOST_ID_OF_ANOTHER(
            "Create-Session names another host than the one that is configured",
            "BITS-Host-Id",
            setting(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.HOST_ID, "other.example")),

    CREATE_HOST_ID_TOO_LONG(
            "The host id has more than 300 characters",
            "BITS-Host-Id",
            setting(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.HOST_ID, "h" + ".host".repeat(60))),

    NAMED_HOST_KNOWS_NO_SESSION(
            "Sessions are not known at the host that Create-Session names for them",
            "BITS-Host-Id",
            lapsing(Misbehaviour.FORGETS_SESSIONS_AT_NAMED_HOST)),

    NAMED_HOST_REFUSES_FRAGMENTS(
            "The host that Create-Session names takes no Fragment",
            "BITS-Host-Id",
            lapsing(Misbehaviour.REFUSES_FRAGMENTS_AT_NAMED_HOST)),

    CREATE_WITHOUT_FALLBACK_TIMEOUT(
            "Create-Session names a host and no fallback timeout although one is configured",
            "BITS-Host-Id-Fallback-Timeout",
            dropping(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)),

    CREATE_FALLBACK_TIMEOUT_IN_MINUTES(
            "The fallback timeout of the host is the number of whole minutes",
            "BITS-Host-Id-Fallback-Timeout",
            setting(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, "1")),

    EXISTING_FILE_REPLACED(
            "An upload replaces a file that must not be replaced",
            "Close-Session",
            overlooking(EnumSet.of(Refusal.FILE_EXISTS_DENIED, Refusal.FILE_EXISTS_CONFLICT))),

    EXISTING_FILE_ANSWERED_500(
            "A Create-Session for a file that must not be replaced is answered 500",
            "500",
            answering(
                    When.refusedFor(Refusal.FILE_EXISTS_DENIED).or(When.refusedFor(Refusal.FILE_EXISTS_CONFLICT)),
                    StatusCode.INTERNAL_SERVER_ERROR)),

    DIRECTORY_ACCEPTED(
            "An upload to a directory is accepted",
            "directory",
            overlooking(EnumSet.of(Refusal.DIRECTORY_INVALID, Refusal.DIRECTORY_NOT_FOUND))),

    DIRECTORY_ANSWERED_500(
            "A Create-Session for a directory is answered 500",
            "500",
            answering(
                    When.refusedFor(Refusal.DIRECTORY_INVALID).or(When.refusedFor(Refusal.DIRECTORY_NOT_FOUND)),
                    StatusCode.INTERNAL_SERVER_ERROR)),

    DISABLED_PLACE_GIVES_SESSION(
            "Sessions are given where uploads are not enabled", "not enabled", overlooking(Refusal.UPLOADS_DISABLED)),

    EXECUTE_PLACE_OTHER_CODE(
            "A place where scripts may run is refused as an invalid argument",
            "0x80200023",
            answering(When.refusedFor(Refusal.EXECUTE_ENABLED), StatusCode.FORBIDDEN, Hresult.E_INVALIDARG)),

    CREATE_ACCEPTS_UNKNOWN_PROTOCOLS(
            "Create-Session succeeds whatever protocols are offered", "400", overlooking(Refusal.PROTOCOL_NOT_OFFERED)),

    CREATE_READS_LAST_PROTOCOL_ONLY(
            "Create-Session looks at the last protocol of the list only",
            "Create-Session",
            refusing(Packets.offering(offer -> !offer.endsWithKnown()), Refusal.UNDESERVED)),

    CREATE_ENDS_OTHER_SESSIONS("A new session ends all others", "Fragment", lapsing(Misbehaviour.ENDS_OTHER_SESSIONS)),

    CREATE_FALLBACK_TIMEOUT_IN_WORDS(
            "The fallback timeout of the host is in words",
            "BITS-Host-Id-Fallback-Timeout",
            rewriting(
                    When.accepted(PacketType.CREATE_SESSION),
                    ack -> FaultyValues.withHost(ack, "127.0.0.1", "two minutes"))),

    CREATE_HOST_ID_IS_URL(
            "The host id is a URL",
            "BITS-Host-Id",
            rewriting(
                    When.accepted(PacketType.CREATE_SESSION),
                    ack -> FaultyValues.withHost(ack, "http://127.0.0.1/path", "110"))),

    CREATE_ACCEPTS_MISSING_PROTOCOLS(
            "Create-Session succeeds when no protocols are offered",
            "400",
            overlooking(Refusal.PROTOCOL_NOT_OFFERED, Packets.offering(ProtocolOffer::isEmpty))),

    CREATE_CHOOSES_FIRST_GUID(
            "Create-Session chooses the first protocol of a list of unknown ones",
            "400",
            choosingFirst(offer -> !offer.isEmpty() && offer.isWellFormed())),

    CREATE_ACCEPTS_MALFORMED_PROTOCOLS(
            "Create-Session chooses the first entry of a list in which not all are GUIDs",
            "400",
            choosingFirst(offer -> !offer.isWellFormed())),

    CREATE_FINDS_PROTOCOL_IN_TEXT(
            "Create-Session finds the protocol anywhere in its list, even as a part of an entry",
            "400",
            overlooking(Refusal.PROTOCOL_NOT_OFFERED, Packets.creating(Packets::hasKnownProtocolInText))),

    CREATE_READS_FIRST_PROTOCOL_ONLY(
            "Create-Session looks at the first protocol of the list only",
            "Create-Session",
            refusing(Packets.offering(offer -> !offer.beginsWithKnown()), Refusal.UNDESERVED)),

    CREATE_COMPARES_WHOLE_LIST(
            "Create-Session compares the whole list of protocols with the one it knows",
            "Create-Session",
            refusing(
                    Packets.creating(headers -> headers.all(BitsHeaders.SUPPORTED_PROTOCOLS).stream()
                            .noneMatch(UploadProtocol.BITS_1_5::equalsIgnoreCase)),
                    Refusal.PROTOCOL_NOT_OFFERED)),

    CREATE_REFUSES_UNKNOWN_PROTOCOL_FIRST(
            "Create-Session is refused if an unknown protocol comes before the known one",
            "Create-Session",
            refusing(Packets.offering(ProtocolOffer::hasUnknownBeforeKnown), Refusal.UNDESERVED)),

    CREATE_PROTOCOL_CASE_SENSITIVE(
            "Create-Session accepts the protocol only in lower case",
            "Create-Session",
            refusing(Packets.offering(offer -> !offer.includesKnownAsDocumented()), Refusal.UNDESERVED)),

    CREATE_MIXED_PROTOCOLS_ANSWERED_500(
            "Create-Session answers 500 if something in the list is not a GUID",
            "500",
            refusing(Packets.offering(offer -> !offer.isWellFormed()), Refusal.FAILURE)),

    CREATE_REFUSES_COMMAS(
            "Create-Session is refused if commas are in the list",
            "Create-Session",
            refusing(Packets.creating(Packets::hasCommaInList), Refusal.UNDESERVED)),

    CREATE_NEEDS_PING(
            "Create-Session is refused without a Ping before it on the connection",
            "Create-Session",
            lapsing(Misbehaviour.DEMANDS_PINGS)),

    CREATE_NEEDS_CONTENT_NAME(
            "Create-Session is refused without Content-Name",
            "Create-Session",
            refusing(Packets.creating(headers -> !headers.contains(BitsHeaders.CONTENT_NAME)), Refusal.UNDESERVED)),

    CREATE_HEADER_NAMES_CASE_SENSITIVE(
            "Create-Session is refused if its headers are spelt in another case",
            "Create-Session",
            refusing(Packets.creating(Packets::hasHeaderInOtherCase), Refusal.UNDESERVED)),

    CREATE_REFUSES_UNKNOWN_HEADERS(
            "Create-Session is refused if it has unknown headers",
            "Create-Session",
            refusing(Packets.creating(Packets::hasUnusualHeader), Refusal.UNDESERVED)),

    CREATE_SESSION_ID_TWICE(
            "Create-Session succeeds and names two sessions",
            "BITS-Session-Id",
            adding(When.accepted(PacketType.CREATE_SESSION), BitsHeaders.SESSION_ID, FaultyValues.OTHER_GUID));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    CreateFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
