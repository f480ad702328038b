package org.bitsconformance.reference.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads requests from a connection, one after the other (RFC 2616 sections 4 and 5). It tolerates what HTTP allows a
 * receiver to tolerate: blank lines before a request, folded lines, lines that end in a bare LF.
 */
public final class RequestReader {

    /** The longest header section, and the longest trailer, in bytes. */
    public static final int LONGEST_HEADER = 64 << 10;

    /** The largest body that is held in memory, in bytes. */
    public static final int LARGEST_BODY = 64 << 20;

    private static final int BUFFER = 64 << 10;
    private static final String BITS = "BITS-";

    private final boolean keepsBlanks;

    private InputStream in;

    public RequestReader(InputStream in) {
        this(in, false);
    }

    /** A reader that may, like a faulty server, treat the spaces around BITS values as part of them. */
    public RequestReader(InputStream in, boolean keepsBlanks) {
        this.in = in;
        this.keepsBlanks = keepsBlanks;
    }

    /**
     * What comes before the body of a message.
     *
     * @param startLine the first line, without its line end
     */
    public record Section(String startLine, HeaderFields headers) {}

    /** The next header section; empty if the connection ends instead. */
    public Optional<RequestHead> head() throws IOException, MalformedRequest {
        Optional<Section> section = section();
        return section.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        RequestHead.of(section.get().startLine(), section.get().headers()));
    }

    /** The first line and the header section of the next message; empty if the connection ends instead. */
    public Optional<Section> section() throws IOException, MalformedRequest {
        int first = in.read();
        while (first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        Lines lines = new Lines();
        String startLine = lines.next(first);
        return Optional.of(new Section(startLine, fields(lines)));
    }

    /** The body after a header section. */
    public RequestBody body(RequestHead head, Spool arrived) throws MalformedRequest {
        return body(head.length(), arrived);
    }

    /** A body of that many bytes, or a chunked one for {@link RequestHead#CHUNKED}; in memory. */
    public RequestBody body(long length) throws MalformedRequest {
        return body(length, Spool.inMemory());
    }

    private RequestBody body(long length, Spool arrived) throws MalformedRequest {
        try {
            if (length == RequestHead.CHUNKED) {
                readChunks(arrived);
            } else {
                read(length, arrived);
            }
            return new RequestBody(arrived.bytes(), true);
        } catch (IOException cutOff) {
            return new RequestBody(arrived.bytes(), false);
        }
    }

    /** A body that ends with its connection. */
    public RequestBody rest() throws MalformedRequest {
        Spool arrived = Spool.inMemory();
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (arrived.overflowsWith(count)) {
                    throw tooLarge(arrived);
                }
                arrived.take(buffer, count);
            }
            return new RequestBody(arrived.bytes(), true);
        } catch (IOException cutOff) {
            return new RequestBody(arrived.bytes(), false);
        }
    }

    /** Puts bytes back, to be read next. */
    public void unread(Bytes bytes) {
        in = new SequenceInputStream(new ByteArrayInputStream(bytes.array()), in);
    }

    private HeaderFields fields(Lines lines) throws IOException, MalformedRequest {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String line = lines.next(in.read()); !line.isEmpty(); line = lines.next(in.read())) {
            int colon = line.indexOf(':');
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !names.isEmpty()) {
                int last = values.size() - 1;
                values.set(last, (values.get(last) + " " + line.strip()).strip());
            } else if (!folded && colon > 0 && RequestHead.isName(line.substring(0, colon))) {
                names.add(line.substring(0, colon));
                values.add(value(line.substring(0, colon), line.substring(colon + 1)));
            } else {
                throw new MalformedRequest("a header line without a name");
            }
        }
        List<HeaderField> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new HeaderField(names.get(i), values.get(i)));
        }
        return new HeaderFields(fields);
    }

    private String value(String name, String written) {
        boolean keeps = keepsBlanks && name.regionMatches(true, 0, BITS, 0, BITS.length());
        return keeps ? written.replaceFirst("^ ", "") : written.strip();
    }

    private void readChunks(Spool arrived) throws IOException, MalformedRequest {
        while (true) {
            String size = new Lines().next(in.read()).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new MalformedRequest("a chunk without a size");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                fields(new Lines());
                return;
            }
            read(length, arrived);
            if (!new Lines().next(in.read()).isEmpty()) {
                throw new MalformedRequest("a chunk of another size");
            }
        }
    }

    private void read(long length, Spool arrived) throws IOException, MalformedRequest {
        if (arrived.overflowsWith(length)) {
            throw tooLarge(arrived);
        }
        byte[] buffer = new byte[BUFFER];
        for (long missing = length; missing > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, missing));
            if (count < 0) {
                throw new EOFException(missing + " bytes are missing");
            }
            arrived.take(buffer, count);
            missing -= count;
        }
    }

    private static MalformedRequest tooLarge(Spool arrived) {
        return new MalformedRequest(StatusCode.REQUEST_TOO_LARGE, "a body of over " + arrived.most() + " bytes");
    }

    /** The lines of one section, which together may not be longer than a header. */
    private final class Lines {

        private int room = LONGEST_HEADER;

        /** The line that begins with the byte {@code first}, without its line end. */
        String next(int first) throws IOException, MalformedRequest {
            StringBuilder line = new StringBuilder();
            for (int next = first; next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the connection ended in a header");
                }
                if (--room < 0) {
                    throw new MalformedRequest(
                            StatusCode.HEADER_TOO_LARGE, "a header of over " + LONGEST_HEADER + " bytes");
                }
                line.append((char) next);
            }
            int end = line.length() - 1;
            if (end >= 0 && line.charAt(end) == '\r') {
                line.setLength(end);
            }
            if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
                throw new MalformedRequest("a control character");
            }
            return line.toString();
        }
    }
}
