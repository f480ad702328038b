package org.bitsconformance.innocent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.innocent.IncomingRequest.Field;
import org.bitsconformance.innocent.IncomingRequest.Form;

/** Reads requests from one connection (RFC 2616 4 and 5). */
final class InnocentRequests {

    private static final int LONGEST_HEAD = 200_000;
    private static final long LONGEST_BODY = 64L << 20;

    private final InputStream in;

    InnocentRequests(InputStream in) {
        this.in = in;
    }

    /**
     * The next request without its body; empty if the client has ended the connection, even in the middle of a request.
     *
     * @throws Refused if it is not HTTP
     */
    Optional<IncomingRequest> head() throws IOException, Refused {
        StringBuilder read = new StringBuilder();
        String first = "";
        while (first.isEmpty()) {
            Optional<String> line = line(read);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            first = line.orElseThrow();
        }
        String[] words = first.split(" +", -1);
        List<Field> fields = new ArrayList<>();
        boolean folded = false;
        boolean spaced = false;
        while (true) {
            Optional<String> line = line(read);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.orElseThrow().isEmpty()) {
                break;
            }
            folded |= line.orElseThrow().matches("[ \\t].*");
            spaced |= line.orElseThrow().matches(".*(\\t.*|[^ :] +)|[^:]+:  +[^ ].*");
            add(line.orElseThrow(), fields);
        }
        if (words.length != 3 || !words[2].matches("HTTP/\\d+\\.\\d+")) {
            throw new Refused(400, "no request line");
        }
        if (!words[2].startsWith("HTTP/1.")) {
            throw new Refused(505, "HTTP version");
        }
        IncomingRequest request = IncomingRequest.head(words[0], words[1], new Form(words[2], folded, spaced), fields);
        if (request.header("Host").isEmpty() && words[2].equals("HTTP/1.1")) {
            throw new Refused(400, "no Host");
        }
        return Optional.of(request);
    }

    private static void add(String line, List<Field> fields) throws Refused {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            if (fields.isEmpty()) {
                throw new Refused(400, "folded line without a header before it");
            }
            Field last = fields.remove(fields.size() - 1);
            fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
            return;
        }
        int colon = line.indexOf(':');
        if (colon < 1 || line.substring(0, colon).matches(".*\\s.*")) {
            throw new Refused(400, "no header field");
        }
        fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).replaceAll("^[ \t]+|[ \t]+$", "")));
    }

    /**
     * The body that the head announces, as far as it arrives.
     *
     * @throws Refused if its length is unclear
     */
    IncomingRequest body(IncomingRequest head) throws IOException, Refused {
        if (head.asks("Transfer-Encoding", "chunked")) {
            return chunks(head);
        }
        String length = head.header("Content-Length").orElse("0");
        if (!length.matches("\\d{1,18}")) {
            throw new Refused(400, "Content-Length");
        }
        if (Long.parseLong(length) > LONGEST_BODY) {
            throw new Refused(413, "too long");
        }
        byte[] bytes = in.readNBytes(Integer.parseInt(length));
        return head.withBody(bytes, bytes.length == Integer.parseInt(length));
    }

    private IncomingRequest chunks(IncomingRequest head) throws IOException, Refused {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        StringBuilder read = new StringBuilder();
        while (true) {
            Optional<String> line = line(read);
            if (line.isEmpty()) {
                return head.withBody(body.toByteArray(), false);
            }
            String digits = line.orElseThrow().replaceFirst("[; \t].*", "");
            if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
                throw new Refused(400, "chunk");
            }
            int size = Integer.parseInt(digits, 16);
            if (size == 0) {
                break;
            }
            byte[] chunk = in.readNBytes(size);
            body.writeBytes(chunk);
            if (chunk.length < size || line(read).isEmpty()) {
                return head.withBody(body.toByteArray(), false);
            }
        }
        Optional<String> trailer = line(read);
        while (trailer.isPresent() && !trailer.orElseThrow().isEmpty()) {
            trailer = line(read);
        }
        return head.withBody(body.toByteArray(), trailer.isPresent());
    }

    /** The next line without its line end; empty if the client ended the connection before that. */
    private Optional<String> line(StringBuilder read) throws IOException, Refused {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
            if (read.length() + line.size() > LONGEST_HEAD) {
                throw new Refused(431, "headers too long");
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        read.append(text);
        return Optional.of(text);
    }
}
