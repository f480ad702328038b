package org.bitsconformance.observe;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small conformant BITS client on one connection. */
public final class PlainClient implements AutoCloseable {

    private static final Pattern SESSION = Pattern.compile("(?i)\r\nBITS-Session-Id: *(\\S+)");

    private final ProxyPeer wire;
    private final String host;

    /** Connects to a port of this machine. */
    public PlainClient(int port) {
        this.wire = ProxyPeer.to(port);
        this.host = "127.0.0.1:" + port;
    }

    /** Uploads content in fragments of this size; returns the first status that is not 200, or 200. */
    public int upload(String path, byte[] content, int size) {
        String created = packet(
                path,
                "Create-Session",
                "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}",
                new byte[0]);
        Matcher session = SESSION.matcher(created);
        if (status(created) != 200 || !session.find()) {
            return status(created);
        }
        String id = "BITS-Session-Id: " + session.group(1);
        for (int from = 0; from < content.length; from += size) {
            int to = Math.min(content.length, from + size);
            String range = "\r\nContent-Range: bytes " + from + "-" + (to - 1) + "/" + content.length;
            int status = status(packet(path, "Fragment", id + range, Arrays.copyOfRange(content, from, to)));
            if (status != 200) {
                return status;
            }
        }
        return status(packet(path, "Close-Session", id, new byte[0]));
    }

    /** Sends a packet; returns the header of its answer, which must have no body. */
    public String packet(String path, String type, String field, byte[] body) {
        wire.send("BITS_POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\nUser-Agent: Plain/1\r\n"
                + "BITS-Packet-Type: " + type + "\r\n" + field + "\r\n"
                + (type.equals("Create-Session") || field.contains("bytes 0-")
                        ? "Content-Name: " + path.replaceFirst(".*/", "") + "\r\n"
                        : "")
                + "Content-Length: " + body.length + "\r\n\r\n");
        wire.send(body);
        return wire.head();
    }

    private static int status(String head) {
        return Integer.parseInt(head.substring(9, 12));
    }

    @Override
    public void close() {
        wire.close();
    }
}
