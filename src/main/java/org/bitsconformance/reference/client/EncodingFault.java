package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.adding;
import static org.bitsconformance.reference.client.Wrongly.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.bitsconformance.protocol.BitsHeaders;

/** Faults of Content-Encoding, and of other fields that describe a body. */
enum EncodingFault implements ClientFault {
    ENCODING_NOT_ASKED_FOR(sending(WhichPacket.fragment(), EncodingFault::deflated)),

    ENCODING_GZIP_NOT_ASKED_FOR(sending(WhichPacket.fragment(), EncodingFault::zipped)),

    ENCODING_SAID_BUT_NOT_DONE(adding(WhichPacket.fragment(), BitsHeaders.CONTENT_ENCODING, "gzip")),

    ENCODING_BEGINS_IN_SECOND(sending(WhichPacket.fragment(2), EncodingFault::deflated)),

    ENCODING_IDENTITY(adding(WhichPacket.fragment(), BitsHeaders.CONTENT_ENCODING, "identity")),

    ENCODING_IDENTITY_IN_LAST(adding(WhichPacket.lastFragment(), BitsHeaders.CONTENT_ENCODING, "Identity")),

    ENCODING_EMPTY(adding(WhichPacket.fragment(), BitsHeaders.CONTENT_ENCODING, "")),

    DIGEST_HEXADECIMAL(adding(WhichPacket.fragment(), "Content-MD5", "0123456789abcdef0123456789abcdef")),

    DIGEST_OF_OTHER_LENGTH(adding(WhichPacket.lastFragment(), "Content-MD5", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM=")),

    MEDIA_TYPE_WITHOUT_SLASH(adding(WhichPacket.fragment(), "Content-Type", "binary")),

    LANGUAGE_WITH_UNDERSCORE(adding(WhichPacket.fragment(2), "Content-Language", "en_US"));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    EncodingFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static OutgoingPacket deflated(OutgoingPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(packet, new DeflaterOutputStream(bytes));
        return encoded(packet, "deflate", bytes);
    }

    private static OutgoingPacket zipped(OutgoingPacket packet) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(packet, new GZIPOutputStream(bytes));
            return encoded(packet, "gzip", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutgoingPacket packet, OutputStream coder) {
        try (coder) {
            coder.write(packet.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutgoingPacket encoded(OutgoingPacket packet, String encoding, ByteArrayOutputStream bytes) {
        return packet.body(bytes.toByteArray())
                .set(BitsHeaders.CONTENT_LENGTH, String.valueOf(bytes.size()))
                .add(BitsHeaders.CONTENT_ENCODING, encoding);
    }
}
