package org.bitsconformance.observe;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A BITS client of one file that needs nothing but a JDK: {@code java UploadClient.java URL FILE
 * [FRAGMENT [user=NAME:PASSWORD] [WRONG…]]}. It
 * exits with 0 if the upload succeeded and with 1 otherwise. It conforms to the documents, and resumes by itself what a
 * transport error or a transient error interrupted, except for the ways in which it is told to be wrong.
 */
public final class UploadClient {

    /** Ways in which the client is wrong. */
    public enum Wrong {
        /** Goes on after its own fragment, whatever offset the Ack names. */
        IGNORES_OFFSETS,
        /** Goes on with a session that the server says it does not know. */
        NEVER_RESTARTS,
        /** Exits with 0 whatever happened. */
        CLAIMS_SUCCESS,
        /** Goes on with the host of the URL although the server named another. */
        IGNORES_HOST_ID,
        /** Does not look at the answer to Close-Session. */
        IGNORES_CLOSE
    }

    private static final String GUID = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
    private static final int MOST_FAILURES = 8;

    private final URI url;
    private final byte[] file;
    private final Set<Wrong> wrong;
    private final String user;
    private final List<String> seen = new ArrayList<>();
    private int fragment;
    private String host;
    private String session = "";
    private int offset;
    private int failures;
    private String challenge = "";
    private long fallbackSeconds = -1;
    private long fallbackAt;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** A client for one upload; {@code user} is a name and a password with a colon between them, or empty. */
    public UploadClient(URI url, byte[] file, int fragment, String user, Set<Wrong> wrong) {
        this.url = url;
        this.file = file;
        this.fragment = fragment;
        this.user = user;
        this.wrong = wrong;
        this.host = url.getAuthority();
    }

    private record Answer(int status, Map<String, String> headers, boolean isOf10) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The error code without its prefix; empty if there is none. */
        String code() {
            String code = header("bits-error") + header("bits-error-code");
            return code.length() < 8 ? "" : code.substring(code.length() - 8).toUpperCase(Locale.ROOT);
        }
    }

    /** Uploads a file and ends the process. */
    public static void main(String[] args) throws Exception {
        int fragment = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
        Set<Wrong> wrong = Stream.of(args)
                .skip(3)
                .filter(word -> !word.startsWith("user="))
                .map(Wrong::valueOf)
                .collect(Collectors.toSet());
        String user = Stream.of(args)
                .filter(word -> word.startsWith("user="))
                .map(word -> word.substring(5))
                .collect(Collectors.joining());
        UploadClient client =
                new UploadClient(URI.create(args[0]), Files.readAllBytes(Path.of(args[1])), fragment, user, wrong);
        String problem = client.upload();
        System.out.println(problem.isEmpty() ? "uploaded" : problem);
        System.exit(problem.isEmpty() || wrong.contains(Wrong.CLAIMS_SUCCESS) ? 0 : 1);
    }

    /** What it sent and what came back: the type of a packet, its range, the status, and the offset if there is one. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** Uploads the file; returns what went wrong, or an empty text. */
    public String upload() throws Exception {
        try {
            String end = "go on";
            while (end.equals("go on")) {
                try {
                    end = step();
                } catch (IOException transport) {
                    end = interrupted(transport);
                }
            }
            return end;
        } finally {
            socket.close();
        }
    }

    private String interrupted(IOException transport) throws Exception {
        socket.close();
        seen.add("lost");
        if (!host.equals(url.getAuthority()) && fallbackSeconds >= 0) {
            fallbackAt = fallbackAt == 0 ? System.nanoTime() + fallbackSeconds * 1_000_000_000 : fallbackAt;
            if (System.nanoTime() > fallbackAt) {
                host = url.getAuthority();
                return "go on";
            }
        }
        Thread.sleep(200);
        return ++failures > MOST_FAILURES ? "transport error: " + transport.getMessage() : "go on";
    }

    private String step() throws Exception {
        if (session.isEmpty()) {
            return created(packet("Create-Session", new byte[0], "BITS-Supported-Protocols: " + GUID));
        }
        if (offset < file.length) {
            int end = Math.min(file.length, offset + fragment);
            String range = "Content-Range: bytes " + offset + "-" + (end - 1) + "/" + file.length;
            byte[] body = Arrays.copyOfRange(file, offset, end);
            return sent(packet("Fragment", body, range), end);
        }
        Answer answer = packet("Close-Session", new byte[0]);
        boolean closed = answer.status == 200 && isAck(answer);
        return closed || wrong.contains(Wrong.IGNORES_CLOSE) ? "" : error(answer);
    }

    private String created(Answer answer) throws IOException {
        if (answer.status != 200 && answer.status != 201) {
            return error(answer);
        }
        if (!isAck(answer) || !answer.header("bits-protocol").equalsIgnoreCase(GUID)) {
            return "not an Ack to Create-Session";
        }
        session = answer.header("bits-session-id");
        offset = 0;
        String named = answer.header("bits-host-id");
        if (!named.isEmpty() && !wrong.contains(Wrong.IGNORES_HOST_ID)) {
            String timeout = answer.header("bits-host-id-fallback-timeout");
            fallbackSeconds = timeout.isEmpty() ? -1 : Long.parseLong(timeout);
            host = named.contains(":") ? named : named + ":" + url.getPort();
            socket.close();
        }
        return session.isEmpty() ? "no session" : "go on";
    }

    private String sent(Answer answer, int end) {
        String next = answer.header("bits-received-content-range");
        boolean taken = answer.status == 200 || answer.status == 416;
        if (taken && wrong.contains(Wrong.IGNORES_OFFSETS)) {
            offset = end;
            return "go on";
        }
        if (taken && isAck(answer) && next.matches("\\d{1,9}") && Integer.parseInt(next) <= file.length) {
            offset = Integer.parseInt(next);
            return "go on";
        }
        if (answer.status == 413 && fragment > 1 && answer.code().isEmpty()) {
            fragment = Math.min(fragment, file.length) / 2;
            return "go on";
        }
        return error(answer);
    }

    private static boolean isAck(Answer answer) {
        return answer.header("bits-packet-type").equalsIgnoreCase("Ack");
    }

    private String error(Answer answer) {
        if (answer.code().equals("8020001F")) {
            session = wrong.contains(Wrong.NEVER_RESTARTS) ? session : "";
            return ++failures > MOST_FAILURES ? "unknown session" : "go on";
        }
        if (answer.status == 401 && challenge.isEmpty() && !user.isEmpty()) {
            challenge = answer.header("www-authenticate");
            return "go on";
        }
        boolean transientError = answer.status == 408 || answer.status == 409 || answer.status / 100 == 5;
        String code = answer.code();
        boolean resumes = transientError && answer.status != 501 && (code.isEmpty() || code.startsWith("8019"));
        return resumes && ++failures < MOST_FAILURES ? "go on" : "HTTP " + answer.status + " " + code;
    }

    private Answer packet(String type, byte[] body, String... lines) throws Exception {
        if (socket.isClosed() || !socket.isConnected()) {
            int colon = host.lastIndexOf(':');
            socket = new Socket(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream());
        }
        List<String> head = new ArrayList<>(List.of(
                "BITS_POST " + url.getRawPath() + " HTTP/1.1",
                "Host: " + host,
                "User-Agent: UploadClient/1.0",
                "BITS-Packet-Type: " + type,
                "Content-Name: upload.bin",
                "Content-Length: " + body.length));
        head.addAll(List.of(lines));
        if (!session.isEmpty()) {
            head.add("BITS-Session-Id: " + session);
        }
        if (!challenge.isEmpty()) {
            head.add("Authorization: " + authorization());
        }
        OutputStream out = socket.getOutputStream();
        out.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        Answer answer = read();
        while (answer.status / 100 == 1) {
            answer = read();
        }
        String range = lines.length == 0 ? "" : lines[0].replaceFirst(".*?(\\d+-\\d+)/.*|.*", "$1");
        String next = answer.header("bits-received-content-range");
        seen.add(String.join(" ", type.substring(0, 2) + range, answer.status + (next.isEmpty() ? "" : ">" + next)));
        if (answer.header("connection").equalsIgnoreCase("close") || answer.isOf10()) {
            socket.close();
        }
        return answer;
    }

    private Answer read() throws IOException {
        String[] first = line().split(" ", 3);
        if (!first[0].startsWith("HTTP/1.") || first.length < 2) {
            throw new IOException("the answer is not HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] field = line.split(":", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            while (!line().equals("0")) {
                line();
            }
            line();
        }
        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(Integer.parseInt(first[1]), headers, first[0].endsWith(".0"));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private String authorization() throws Exception {
        String[] pair = user.split(":", 2);
        if (challenge.startsWith("Basic")) {
            return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        }
        String realm = quoted("realm");
        String nonce = quoted("nonce");
        String uri = url.getRawPath();
        String response = md5(String.join(
                ":",
                md5(pair[0] + ":" + realm + ":" + pair[1]),
                nonce,
                "00000001",
                "abc",
                "auth",
                md5("BITS_POST:" + uri)));
        return "Digest username=\"" + pair[0] + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", qop=auth, nc=00000001, cnonce=\"abc\", response=\"" + response + "\"";
    }

    private String quoted(String name) {
        return challenge.replaceFirst(".*\\b" + name + "=\"([^\"]*)\".*", "$1");
    }

    private static String md5(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
