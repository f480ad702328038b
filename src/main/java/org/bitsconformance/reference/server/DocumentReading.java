package org.bitsconformance.reference.server;

import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.StatusCode;

/** One document's reading of the points on which the two documents differ. */
public sealed interface DocumentReading permits McBupReading, Win32Reading {

    /** How to handle a fragment that does not start after the next byte. */
    enum Placement {
        /** Store its bytes from the next byte on. */
        WRITE,
        /** Accept it and store nothing, since all its bytes are there. */
        ACCEPT_REPEAT,
        /** Refuse it with the offset of the next byte. */
        REFUSE
    }

    static DocumentReading of(Document document) {
        return switch (document) {
            case MC_BUP -> new McBupReading();
            case WIN32 -> new Win32Reading();
        };
    }

    /** The name of the header that carries the HRESULT. */
    String errorHeader();

    /** The status of a successful Create-Session. */
    StatusCode created();

    /** A new session id in the form that the document describes. */
    String freshSessionId();

    /** Whether a packet of that type is refused if it has no Content-Length. */
    boolean demandsContentLength(PacketType type);

    /** Whether the Ack to a packet that names a session repeats its id. */
    boolean repeatsSessionId(PacketInSession exchange, boolean accepted);

    /** The refusal of a destination that is a directory. */
    Refusal directory();

    /** The refusal of a destination with a file that must not be replaced. */
    Refusal existingFile();

    /** The refusal of a packet whose session was closed or cancelled. */
    Refusal endedSession();

    /** What to do with a fragment that starts before the next byte. */
    Placement overlap(FragmentRange range, StoredUpload upload);

    /** Whether the file appears with its last fragment; otherwise at Close. */
    boolean publishesOnLastFragment();

    /** The name of the header that names the file of an upload that is notified by reference. */
    String requestFileHeader();

    /** The name of the header that names the file for its reply. */
    String responseFileHeader();

    /** Whether a repeated last fragment is notified again after the server application refused it. */
    boolean notifiesAgainAfter(StatusCode refusal);

    /** Whether a Close before the last byte publishes what is there; otherwise that is dropped. */
    boolean publishesPartOnClose();

    /** Whether a Cancel after the last byte ends the session; otherwise it changes nothing. */
    boolean cancelsCompleteUploads();
}
