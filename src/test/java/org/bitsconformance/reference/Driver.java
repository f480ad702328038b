package org.bitsconformance.reference;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;

/** Sends well-formed packets, and any others spelled out header by header. */
public record Driver(Wire wire) {

    public ReceivedReply ping(String path) {
        return packet(PacketType.PING, path);
    }

    public ReceivedReply create(String path) {
        return packet(
                PacketType.CREATE_SESSION,
                path,
                new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5));
    }

    /** Opens a session and returns its id. */
    public String open(String path) {
        return create(path).header(BitsHeaders.SESSION_ID).orElseThrow();
    }

    /** A fragment of {@code data} from offset {@code first} to {@code last}, both inclusive. */
    public ReceivedReply fragment(String path, String id, Bytes data, int first, int last) {
        Bytes part = data.slice(first, last + 1);
        return fragment(path, id, "bytes " + first + "-" + last + "/" + data.length(), part);
    }

    public ReceivedReply fragment(String path, String id, String range, Bytes body) {
        return post(
                path,
                body,
                new HeaderField(BitsHeaders.PACKET_TYPE, PacketType.FRAGMENT.headerValue()),
                new HeaderField(BitsHeaders.SESSION_ID, id),
                new HeaderField(BitsHeaders.CONTENT_RANGE, range),
                new HeaderField(BitsHeaders.CONTENT_LENGTH, String.valueOf(body.length())));
    }

    public ReceivedReply close(String path, String id) {
        return packet(PacketType.CLOSE_SESSION, path, new HeaderField(BitsHeaders.SESSION_ID, id));
    }

    public ReceivedReply cancel(String path, String id) {
        return packet(PacketType.CANCEL_SESSION, path, new HeaderField(BitsHeaders.SESSION_ID, id));
    }

    /** Uploads {@code data} in two fragments and closes the session; returns its id. */
    public String upload(String path, Bytes data) {
        String id = open(path);
        int half = data.length() / 2;
        fragment(path, id, data, 0, half - 1);
        fragment(path, id, data, half, data.length() - 1);
        close(path, id);
        return id;
    }

    public ReceivedReply get(String path) {
        return wire.send("GET", path, List.of(), Bytes.NONE);
    }

    /** A packet without a body, with Content-Length: 0. */
    public ReceivedReply packet(PacketType type, String path, HeaderField... others) {
        List<HeaderField> headers = new ArrayList<>();
        headers.add(new HeaderField(BitsHeaders.PACKET_TYPE, type.headerValue()));
        headers.addAll(List.of(others));
        headers.add(new HeaderField(BitsHeaders.CONTENT_LENGTH, "0"));
        return wire.send(BitsHeaders.VERB, path, headers, Bytes.NONE);
    }

    /** A BITS_POST request with exactly these {@code headers}. */
    public ReceivedReply post(String path, Bytes body, HeaderField... headers) {
        return wire.send(BitsHeaders.VERB, path, List.of(headers), body);
    }
}
