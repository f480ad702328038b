package org.bitsconformance.reference.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.bitsconformance.protocol.BitsHeaders;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that WireMock cannot alter. By default WireMock unpacks every body that looks like gzip, consumes forms and
 * accepts verbs in any case, so a compressed file could not be uploaded. A prefix on the body prevents that; it also
 * says which connection the request came over, and {@link #bodyOf} removes it.
 */
public final class RequestAsSent extends HttpServletRequestWrapper {

    /** Length of the prefix: a zero, with which no compressed body begins, and the client's port. */
    private static final int SHIELD_LENGTH = 1 + Integer.BYTES;

    private final byte[] shield;

    public RequestAsSent(HttpServletRequest request) {
        super(request);
        shield = ByteBuffer.allocate(SHIELD_LENGTH)
                .putInt(1, request.getRemotePort())
                .array();
    }

    /** The body as sent, given WireMock's version of it. */
    public static Bytes bodyOf(byte[] shielded) {
        return Bytes.of(shielded).slice(Math.min(SHIELD_LENGTH, shielded.length), shielded.length);
    }

    /** The client's port, which differs between connections that are open at the same time; 0 if unknown. */
    public static int connectionOf(byte[] shielded) {
        return shielded.length < SHIELD_LENGTH ? 0 : ByteBuffer.wrap(shielded).getInt(1);
    }

    /** Methods are case-sensitive (RFC 2616 5.1.1): a lower-case one is replaced with a name that no method has. */
    @Override
    public String getMethod() {
        String method = super.getMethod();
        return method.equals(method.toUpperCase(Locale.ROOT)) ? method : "UNKNOWN-" + method;
    }

    /** Writes codings in upper case, which HTTP allows, to hide them from WireMock's search for gzip. */
    @Override
    public String getHeader(String name) {
        String value = super.getHeader(name);
        return value != null && name.equalsIgnoreCase(BitsHeaders.CONTENT_ENCODING)
                ? value.toUpperCase(Locale.ROOT)
                : value;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.emptyMap();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Shielded(new SequenceInputStream(new ByteArrayInputStream(shield), super.getInputStream()));
    }

    private static final class Shielded extends ServletInputStream {

        private final InputStream source;

        Shielded(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return source.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return source.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read in blocking mode only");
        }
    }
}
