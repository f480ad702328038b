package org.bitsconformance.innocent;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.Document;

/**
 * Something that a conformant server may do differently from an ordinary one. Of several that begin with the same
 * words, a server takes one.
 */
public enum Freedom {
    /** The error code is sent under both header names. */
    ERROR_UNDER_BOTH_NAMES,
    /** The error code is sent under the other document's header name. Judged only under {@code any}. */
    ERROR_UNDER_THE_OTHER_NAME(true),

    /** Session ids in lower case (MS-DTYP 2.3.4.3 allows hexadecimal digits in either case). */
    SESSION_ID_LOWER,
    SESSION_ID_MIXED,
    /** Acks repeat the id in the other case: the same GUID. */
    SESSION_ID_ECHOED_IN_OTHER_CASE,
    SESSION_ID_BARE(Document.WIN32),
    SESSION_ID_DECIMAL(Document.WIN32),
    SESSION_ID_PATH(Document.WIN32),
    /** 100 characters, including every separator of RFC 2616 2.2. */
    SESSION_ID_ODD(Document.WIN32),
    /** Two words with a space between them. */
    SESSION_ID_WITH_BLANK(Document.WIN32),
    SESSION_ID_SHORT(Document.WIN32),
    SESSION_ID_IN_PING_ACK,
    SESSION_ID_NOT_IN_ERRORS,

    NAMES_LOWER,
    NAMES_UPPER,
    NAMES_MIXED,
    ORDER_REVERSED,
    /** Unknown headers, some of which begin like those of BITS (MC-BUP 2.2). */
    EXTRA_HEADERS,
    /** 20 KB of unknown headers. */
    MANY_HEADERS,
    VALUES_WITHOUT_BLANK,
    VALUES_AFTER_BLANKS,
    VALUES_AFTER_TAB,
    VALUES_BEFORE_BLANKS,
    /** RFC 2616 2.2 and 4.2: a header may continue on the next line. */
    VALUES_FOLDED,
    LENGTHS_WITH_ZEROS,

    REASON_EMPTY,
    /** Without even the space after the status code. */
    REASON_MISSING,
    REASON_FOREIGN,
    REASON_LONG,

    /** The connection ends after each answer, as announced. */
    CLOSE_ANNOUNCED,
    CLOSE_UNANNOUNCED,
    /** A connection that has been idle for 300 ms ends. */
    CLOSE_IDLE,
    /** Like {@link #CLOSE_IDLE}, with a 408 before the end (RFC 2616 10.4.9). */
    CLOSE_IDLE_408,
    CLOSE_BY_RESET,
    /** One connection at a time; others wait until it ends. */
    ONE_CONNECTION,
    ONE_BYTE_SEGMENTS,
    DRIBBLE,
    SLOW,
    CONTINUE_ONCE,
    CONTINUE_OFTEN,
    /** 103 with its own header fields (RFC 8297), after 100. */
    EARLY_HINTS,
    /** A fragment that is refused for its headers is answered before its body is read. */
    REFUSAL_BEFORE_BODY,
    /** Like {@link #REFUSAL_BEFORE_BODY}, and the connection ends, as announced. */
    REFUSAL_BEFORE_BODY_THEN_CLOSE,
    READ_BACK_CHUNKED,
    READ_BACK_UNTIL_CLOSE,
    /** GET returns a page at any URL, even those of uploads. */
    READ_BACK_IS_A_PAGE,
    /** GET returns a page at any URL without an upload. */
    READ_BACK_PAGE_FOR_OTHERS,

    CREATED_201(Document.WIN32),
    /** Accept-Encoding, BITS-Host-Id and its fallback time-out in the Ack to Create-Session. */
    OPTIONAL_HEADERS,
    HOST_ID_WITHOUT_TIMEOUT(Document.WIN32),
    PROTOCOL_UPPER,
    /** Acks have a body, and state its length (the ack-for pages). */
    BODY_IN_ACKS(Document.WIN32),
    /** The packet type of the Ack to Cancel-Session as MC-BUP 2.2.11.2 spells it. */
    CANCEL_ACK_UPPER,

    HRESULT_X,
    HRESULT_BARE,
    HRESULT_LOWER,
    HRESULT_UPPER,
    HRESULT_LEADING_ZEROS,
    CONTEXT_X,
    CONTEXT_BARE,
    CONTEXT_LEADING_ZEROS,
    /** Only the offset with 416. */
    RANGE_ERROR_WITHOUT_CODE,
    /** A code other than 0 with 416. */
    RANGE_ERROR_WITH_CODE,
    OFFSET_IN_EVERY_FRAGMENT_ACK,

    /** An overlap is refused where Win32 would cut it; under {@code any} also the other way round. */
    OVERLAP_LIKE_THE_OTHER(Document.WIN32),
    /** After an overlap that was cut, the offset is the end of the fragment, although more has arrived. */
    OVERLAP_OFFSET_OF_FRAGMENT(Document.WIN32),
    LAST_FRAGMENT_AGAIN(Document.MC_BUP),
    KEEPS_CUT_OFF_FRAGMENTS,
    /** What has arrived is published (MC-BUP 3.2.5.2.7), or nothing is (close-session). */
    EARLY_CLOSE_LIKE_THE_OTHER,
    /** Close-Session before the last byte is an unexpected packet (bits-upload-protocol). */
    EARLY_CLOSE_REFUSED(Document.WIN32),
    /** At Close-Session (MC-BUP 3.2.5.1.5), or at the last fragment (cancel-session). */
    PUBLISHED_LIKE_THE_OTHER,
    /** Cancel-Session after the last byte is acknowledged but changes nothing (MC-BUP 3.2.5.1.4). */
    LATE_CANCEL_CHANGES_NOTHING,
    /** Packets of ended sessions: 500 as for unknown ones, or 400 as unexpected. Judged only under {@code any}. */
    ENDED_SESSIONS_LIKE_THE_OTHER(true),
    /** The HRESULT of an unexpected packet is E_FAIL: Win32 names none. */
    ENDED_SESSIONS_E_FAIL(Document.WIN32),
    /** 500 instead of 400 for a packet without a session id. */
    MISSING_SESSION_500,
    /** An id that is not a GUID in braces makes a packet invalid (MC-BUP 3.2.5.2.3). */
    MALFORMED_SESSION_400(Document.MC_BUP),
    PING_OF_UNKNOWN_SESSION_REFUSED,
    PING_WITH_BODY_REFUSED,
    LISTS_WITH_FLAWS_REFUSED,
    LISTS_WITH_COMMAS_REFUSED(Document.WIN32),
    OTHER_CASE_REFUSED,
    /** Checks first whether the session is known, and of a fragment first the offset. */
    CHECKS_IN_OTHER_ORDER,
    NO_LENGTH_TAKEN(Document.WIN32),
    NO_LENGTH_411,
    /** By a front end that does not know BITS. */
    LONG_HEADERS_431,
    /** Every seventh packet, with {@code Retry-After: 0}, by a front end that passes the next one on. */
    BUSY_503_NOW_AND_THEN,
    /** Requests in a form that no BITS client sends, by a front end that does not know BITS. */
    ODD_FORMS_REFUSED,
    /** Of a field that may occur only once but is repeated, the first counts. */
    REPEATED_FIELDS_FIRST,
    REPEATED_FIELDS_LAST,
    /** A request target without a leading slash is taken literally as a file name. */
    RELATIVE_TARGET_LITERAL,
    RELATIVE_TARGET_RESOLVED,
    /** A POST and the verb in lower case count as packets. */
    OTHER_METHODS_TAKEN,
    /** With an Ack (RFC 9112 5.2). */
    FOLDED_FIELDS_REFUSED,
    /** Content-Range with spaces inside, or without a total. */
    ODD_RANGES_TAKEN,
    ENCODING_IGNORED,
    DESTINATION_KEPT,
    /** A destination is occupied from Create-Session on, because the server creates its file then (MC-BUP note 24). */
    DESTINATION_TAKEN_AT_CREATE,
    FOLDERS_404,
    FOLDERS_MADE,
    /** Fragments of over 1 MB, by a front end. */
    LARGE_FRAGMENTS_413,
    LARGE_FRAGMENTS_500;

    private final Optional<Document> only;
    private final boolean mixing;

    Freedom() {
        this(false);
    }

    Freedom(boolean mixing) {
        this.only = Optional.empty();
        this.mixing = mixing;
    }

    Freedom(Document document) {
        this.only = Optional.of(document);
        this.mixing = false;
    }

    /** The documents whose servers may take it; a server that mixes them may take any. */
    public Set<Document> documents() {
        return only.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Document.class));
    }

    /** Whether a server that takes it follows neither document throughout. */
    public boolean mixing() {
        return mixing;
    }
}
