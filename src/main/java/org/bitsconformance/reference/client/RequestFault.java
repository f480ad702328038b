package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.adding;
import static org.bitsconformance.reference.client.Wrongly.sending;
import static org.bitsconformance.reference.client.Wrongly.setting;

/** Faults of the first line and the header of any packet. */
enum RequestFault implements ClientFault {
    VERB_POST(sending(WhichPacket.every(), packet -> packet.method("POST"))),

    VERB_LOWER(sending(WhichPacket.every(), packet -> packet.method("bits_post"))),

    VERB_PUT_WITH_FRAGMENTS(sending(WhichPacket.fragment(), packet -> packet.method("PUT"))),

    VERB_POST_WITH_SECOND_FRAGMENT(sending(WhichPacket.fragment(2), packet -> packet.method("POST"))),

    VERB_POST_AT_CLOSE(sending(WhichPacket.close(), packet -> packet.method("POST"))),

    VERSION_1_0(sending(WhichPacket.every(), packet -> packet.version("HTTP/1.0"))),

    VERSION_1_0_AT_CLOSE(sending(WhichPacket.close(), packet -> packet.version("HTTP/1.0"))),

    VERSION_1_2_IN_FRAGMENTS(sending(WhichPacket.fragment(), packet -> packet.version("HTTP/1.2"))),

    TARGET_WITH_BRACES(sending(WhichPacket.every(), packet -> packet.target(packet.target() + "{1}"))),

    TARGET_NOT_ASCII(sending(WhichPacket.every(), packet -> packet.target(packet.target() + "\u00e9"))),

    TARGET_WITH_BARE_PERCENT(sending(WhichPacket.every(), packet -> packet.target(packet.target() + "-100%"))),

    TARGET_WITH_BACKSLASH(sending(WhichPacket.every(), packet -> packet.target(packet.target() + "\\a"))),

    HEADER_LINE_WITHOUT_COLON(adding(WhichPacket.every(), "", "BITS")),

    HEADER_NAME_WITH_SPACE(adding(WhichPacket.every(), "X Note", "1")),

    HEADER_NAME_EMPTY(adding(WhichPacket.close(), "", ": 1")),

    HEADER_WITH_CONTROL_CHARACTER(adding(WhichPacket.every(), "X-Note", "one\u0001two")),

    HEADER_WITH_CONTROL_CHARACTER_AT_CLOSE(adding(WhichPacket.close(), "X-Note", "one\u007ftwo")),

    HEADER_TOO_LONG(adding(WhichPacket.every(), "X-Note", TooLong.VALUE)),

    HEADER_TOO_LONG_IN_SECOND_FRAGMENT(adding(WhichPacket.fragment(2), "X-Note", TooLong.VALUE)),

    AGENT_TOO_LONG(setting(WhichPacket.create(), "User-Agent", TooLong.VALUE));

    /** Read before the constants of the family are there. */
    private static final class TooLong {

        static final String VALUE = "n".repeat(5000);
    }

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    RequestFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }
}
