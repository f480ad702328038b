package org.bitsconformance.protocol;

/** Names of the header fields that the BITS upload protocol defines (MC-BUP 2.2.1.2 and on) or gives a meaning to. */
public final class BitsHeaders {

    public static final String PACKET_TYPE = "BITS-Packet-Type";
    public static final String SUPPORTED_PROTOCOLS = "BITS-Supported-Protocols";
    public static final String PROTOCOL = "BITS-Protocol";
    public static final String SESSION_ID = "BITS-Session-Id";
    public static final String RECEIVED_CONTENT_RANGE = "BITS-Received-Content-Range";
    public static final String REPLY_URL = "BITS-Reply-URL";
    public static final String HOST_ID = "BITS-Host-Id";
    public static final String HOST_ID_FALLBACK_TIMEOUT = "BITS-Host-Id-Fallback-Timeout";

    /** The error header as MC-BUP names it (2.2.1.2). */
    public static final String ERROR = "BITS-Error";

    /** The error header as the Win32 pages name it (ack-for-ping and the other ack-for pages). */
    public static final String ERROR_CODE = "BITS-Error-Code";

    public static final String ERROR_CONTEXT = "BITS-Error-Context";
    public static final String CONTENT_NAME = "Content-Name";
    public static final String CONTENT_RANGE = "Content-Range";
    public static final String CONTENT_LENGTH = "Content-Length";
    public static final String CONTENT_ENCODING = "Content-Encoding";
    public static final String ACCEPT_ENCODING = "Accept-Encoding";

    /** The HTTP extension method of every request (MC-BUP 2.2.1). */
    public static final String VERB = "BITS_POST";

    /** Carries {@link #VERB} where clients send {@code POST} because a front end does not let the verb through. */
    public static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private BitsHeaders() {}
}
