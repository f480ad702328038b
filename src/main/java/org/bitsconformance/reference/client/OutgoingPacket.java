package org.bitsconformance.reference.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.HeaderField;

/** A packet as a client puts it onto the wire. */
public final class OutgoingPacket {

    private static final String LINE_END = "\r\n";

    private final PacketType type;
    private final RequestLine line;
    private final List<HeaderField> fields;
    private final byte[] body;

    /** The first line of a request. */
    record RequestLine(String method, String target, String version) {}

    OutgoingPacket(PacketType type, RequestLine line, List<HeaderField> fields, byte[] body) {
        this.type = type;
        this.line = line;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /** What it is meant to be, whatever it says. */
    public PacketType type() {
        return type;
    }

    /** Path and query, or the whole URL. */
    public String target() {
        return line.target;
    }

    /** Number of bytes in the body. */
    public int length() {
        return body.length;
    }

    /** The bytes of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The value of a field, or an empty text. */
    public String value(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(HeaderField::value)
                .findFirst()
                .orElse("");
    }

    /** A copy with another method. */
    public OutgoingPacket method(String other) {
        return new OutgoingPacket(type, new RequestLine(other, line.target, line.version), fields, body);
    }

    /** A copy with another request target. */
    public OutgoingPacket target(String other) {
        return new OutgoingPacket(type, new RequestLine(line.method, other, line.version), fields, body);
    }

    /** A copy with another version, such as {@code HTTP/1.0}. */
    public OutgoingPacket version(String other) {
        return new OutgoingPacket(type, new RequestLine(line.method, line.target, other), fields, body);
    }

    /** A copy with another body; its Content-Length stays. */
    public OutgoingPacket body(byte[] other) {
        return new OutgoingPacket(type, line, fields, other);
    }

    /** A copy whose fields were changed as a whole. */
    public OutgoingPacket fields(UnaryOperator<List<HeaderField>> change) {
        return new OutgoingPacket(type, line, change.apply(fields), body);
    }

    /** A copy in which a field has this value, at its place or at the end. */
    public OutgoingPacket set(String name, String value) {
        boolean there = fields.stream().anyMatch(field -> field.isNamed(name));
        return there
                ? fields(all -> all.stream()
                        .map(field -> field.isNamed(name) ? new HeaderField(field.name(), value) : field)
                        .toList())
                : add(name, value);
    }

    /** A copy with one more field at the end. */
    public OutgoingPacket add(String name, String value) {
        return fields(all -> Stream.concat(all.stream(), Stream.of(new HeaderField(name, value)))
                .toList());
    }

    /** A copy without a field. */
    public OutgoingPacket drop(String name) {
        return fields(all -> all.stream().filter(field -> !field.isNamed(name)).toList());
    }

    /** A copy in which a field is spelt otherwise. */
    public OutgoingPacket rename(String name, String other) {
        return fields(all -> all.stream()
                .map(field -> field.isNamed(name) ? new HeaderField(other, field.value()) : field)
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** The header as it is sent, with its blank line. A field without a name is a line of its own. */
    byte[] head() {
        StringBuilder text = new StringBuilder(String.join(" ", line.method, line.target, line.version) + LINE_END);
        for (HeaderField field : fields) {
            text.append(field.name().isEmpty() ? "" : field.name() + ":")
                    .append(field.name().isEmpty() || field.value().startsWith("\t") ? "" : " ")
                    .append(field.value())
                    .append(LINE_END);
        }
        return text.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
