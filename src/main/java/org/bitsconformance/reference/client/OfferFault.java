package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.dropping;
import static org.bitsconformance.reference.client.Wrongly.sending;
import static org.bitsconformance.reference.client.Wrongly.setting;

import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.UploadProtocol;

/** Faults of the list of protocols. */
enum OfferFault implements ClientFault {
    PROTOCOLS_MISSING(dropping(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS)),

    PROTOCOLS_EMPTY(setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, "")),

    PROTOCOLS_WITHOUT_BRACES(setting(
            WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5.replaceAll("[{}]", ""))),

    PROTOCOLS_WITHOUT_HYPHENS(
            setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5.replace("-", ""))),

    PROTOCOLS_BY_NAME(setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, "BITS-1.5")),

    PROTOCOLS_SECOND_MALFORMED(
            setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5 + " {1.6}")),

    PROTOCOLS_UNDER_OTHER_NAME(
            sending(WhichPacket.create(), packet -> packet.rename(BitsHeaders.SUPPORTED_PROTOCOLS, "BITS-Protocols"))),

    PROTOCOLS_MISSING_AFTER_RESTART(dropping(
            WhichPacket.create().and((packet, progress) -> progress.count(NextStep.CREATE) > 0),
            BitsHeaders.SUPPORTED_PROTOCOLS)),

    PROTOCOLS_OF_ANOTHER(setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, Other.GUID)),

    PROTOCOLS_ONE_DIGIT_WRONG(setting(
            WhichPacket.create(),
            BitsHeaders.SUPPORTED_PROTOCOLS,
            UploadProtocol.BITS_1_5.replace("7d", "7e").replace("7D", "7E"))),

    PROTOCOLS_WITHOUT_ORDER(setting(
            WhichPacket.create(),
            BitsHeaders.SUPPORTED_PROTOCOLS,
            UploadProtocol.BITS_1_5 + " " + Other.GUID + " " + UploadProtocol.BITS_1_5)),

    PROTOCOLS_WITH_COMMAS(
            setting(WhichPacket.create(), BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5 + "," + Other.GUID));

    /** Another protocol than that of BITS. */
    private static final class Other {

        static final String GUID = "{3a1c7d52-64f0-4f3b-9b0e-2d7f5c1e8a90}";
    }

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    OfferFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }
}
