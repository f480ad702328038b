package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.dropping;
import static org.bitsconformance.reference.client.Wrongly.sending;
import static org.bitsconformance.reference.client.Wrongly.setting;

import java.util.Locale;
import org.bitsconformance.protocol.BitsHeaders;

/** Faults of Content-Name. */
enum NameFault implements ClientFault {
    NAME_MISSING_IN_CREATE(dropping(WhichPacket.create(), BitsHeaders.CONTENT_NAME)),

    NAME_MISSING_IN_FIRST_FRAGMENT(dropping(WhichPacket.fragment(), BitsHeaders.CONTENT_NAME)),

    NAME_MISSING_AFTER_RESTART(
            dropping(WhichPacket.fragment().and(WhichPacket.afterRestart()), BitsHeaders.CONTENT_NAME)),

    NAME_OTHER_IN_FIRST_FRAGMENT(setting(WhichPacket.fragment(1), BitsHeaders.CONTENT_NAME, "other.bin")),

    NAME_IN_CAPITALS_IN_FIRST_FRAGMENT(sending(
            WhichPacket.fragment(1),
            packet -> packet.set(
                    BitsHeaders.CONTENT_NAME,
                    packet.value(BitsHeaders.CONTENT_NAME).toUpperCase(Locale.ROOT)))),

    NAME_WITH_PATH(sending(
            NameFault::isNamed,
            packet -> packet.set(BitsHeaders.CONTENT_NAME, "/home/me/" + packet.value(BitsHeaders.CONTENT_NAME)))),

    NAME_WITH_DRIVE(sending(
            NameFault::isNamed,
            packet -> packet.set(BitsHeaders.CONTENT_NAME, "C:\\files\\" + packet.value(BitsHeaders.CONTENT_NAME)))),

    NAME_WITH_SHARE(
            sending(NameFault::isNamed, packet -> packet.set(BitsHeaders.CONTENT_NAME, "\\\\host\\share\\a.bin"))),

    NAME_WITH_CONTROL_CHARACTER(
            sending(NameFault::isNamed, packet -> packet.set(BitsHeaders.CONTENT_NAME, "a\u0007b"))),

    NAME_TOO_LONG(sending(NameFault::isNamed, packet -> packet.set(BitsHeaders.CONTENT_NAME, "n".repeat(261)))),

    NAME_TOO_LONG_IN_FIRST_FRAGMENT(setting(WhichPacket.fragment(1), BitsHeaders.CONTENT_NAME, "n".repeat(300))),

    NAME_AT_CLOSE(setting(WhichPacket.close(), BitsHeaders.CONTENT_NAME, "a.bin")),

    NAME_IN_EVERY_FRAGMENT(sending(WhichPacket.fragment(), packet -> packet.set(BitsHeaders.CONTENT_NAME, "a.bin"))),

    NAME_CHANGES_IN_SECOND_FRAGMENT(setting(WhichPacket.fragment(2), BitsHeaders.CONTENT_NAME, "second.bin")),

    NAME_CHANGES_IN_LAST_FRAGMENT(setting(WhichPacket.lastFragment(), BitsHeaders.CONTENT_NAME, "last.bin"));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    NameFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static boolean isNamed(OutgoingPacket packet, UploadProgress progress) {
        return !packet.value(BitsHeaders.CONTENT_NAME).isEmpty();
    }
}
