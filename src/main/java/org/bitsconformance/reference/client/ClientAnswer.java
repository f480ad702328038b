package org.bitsconformance.reference.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.HeaderField;

/**
 * An answer as a client reads it.
 *
 * @param status 0 if none came, or not all of it
 * @param old whether it is of HTTP/1.0
 * @param fields of its header
 */
public record ClientAnswer(int status, boolean old, List<HeaderField> fields) {

    /** None. */
    static final ClientAnswer LOST = new ClientAnswer(0, false, List.of());

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int HEXADECIMAL = 16;

    boolean lost() {
        return status == 0;
    }

    /** Whether it says that a packet was taken. */
    boolean success() {
        return status == OK || status == CREATED;
    }

    /** The value of a field without blanks around it; an empty text if there is none. */
    public String value(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(field -> field.value().strip())
                .findFirst()
                .orElse("");
    }

    /** Whether it is an Ack of the protocol. */
    boolean isAck() {
        return PacketType.named(value(BitsHeaders.PACKET_TYPE))
                .filter(type -> type == PacketType.ACK)
                .isPresent();
    }

    /** Whether the connection ends with it. */
    boolean ends() {
        String connection = value("Connection").toLowerCase(Locale.ROOT);
        return old ? !connection.contains("keep-alive") : connection.contains("close");
    }

    /** The offset that it names. */
    OptionalLong offset() {
        String value = value(BitsHeaders.RECEIVED_CONTENT_RANGE);
        return value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** The HRESULT that it names; empty if there is none, or it says success. */
    OptionalInt code() {
        String value = Optional.of(value(BitsHeaders.ERROR_CODE))
                .filter(text -> !text.isEmpty())
                .orElse(value(BitsHeaders.ERROR));
        return hexadecimal(value);
    }

    boolean says(Hresult result) {
        return code().equals(OptionalInt.of(result.value()));
    }

    /** Where the error arose, as a number. */
    OptionalInt context() {
        return hexadecimal(value(BitsHeaders.ERROR_CONTEXT));
    }

    private static OptionalInt hexadecimal(String value) {
        String digits = value.replaceFirst("^0?[xX]", "").replaceFirst("^0+(?=.)", "");
        return digits.matches("[0-9A-Fa-f]{1,8}") && !digits.equals("0")
                ? OptionalInt.of(Integer.parseUnsignedInt(digits, HEXADECIMAL))
                : OptionalInt.empty();
    }

    /** Seconds that the server wants to be left alone; empty if it says none. */
    OptionalInt retryAfterSeconds() {
        String value = value("Retry-After");
        return value.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
