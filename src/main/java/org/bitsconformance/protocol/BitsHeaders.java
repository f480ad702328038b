package org.bitsconformance.protocol;

/** Names of the header fields that the BITS upload protocol defines or uses (MC-BUP 2.2.1.2 and later). */
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
    /** The URL that was uploaded to, in a notification (MC-BUP 2.2.12.2). */
    public static final String ORIGINAL_REQUEST_URL = "BITS-Original-Request-URL";

    /** Which file holds an upload that is notified by reference, as MC-BUP names the header (2.2.12.2). */
    public static final String REQUEST_DATA_ENTITY_NAME = "BITS-Request-DataEntity-Name";

    /** Which file its reply goes into, as MC-BUP names the header (2.2.12.2). */
    public static final String RESPONSE_DATA_ENTITY_NAME = "BITS-Response-DataEntity-Name";

    /** Which file holds an upload that is notified by reference, as the Win32 pages name the header. */
    public static final String REQUEST_DATA_FILE_NAME = "BITS-Request-DataFile-Name";

    /** Which file its reply goes into, as the Win32 pages name the header. */
    public static final String RESPONSE_DATA_FILE_NAME = "BITS-Response-DataFile-Name";

    /** A URL that the server application names as the reply (MC-BUP 2.2.13.2). */
    public static final String STATIC_RESPONSE_URL = "BITS-Static-Response-URL";

    /** The server application asks for the upload at its destination (MC-BUP 2.2.13.2). */
    public static final String COPY_FILE_TO_DESTINATION = "BITS-Copy-File-To-Destination";

    public static final String CONTENT_NAME = "Content-Name";
    public static final String CONTENT_RANGE = "Content-Range";
    public static final String CONTENT_LENGTH = "Content-Length";
    public static final String CONTENT_ENCODING = "Content-Encoding";
    public static final String ACCEPT_ENCODING = "Accept-Encoding";

    /** The HTTP extension method of every request (MC-BUP 2.2.1). */
    public static final String VERB = "BITS_POST";

    /** Carries {@link #VERB} if clients send {@code POST}, because a front end does not let the verb through. */
    public static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private BitsHeaders() {}
}
