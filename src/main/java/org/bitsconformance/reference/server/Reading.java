package org.bitsconformance.reference.server;

import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.ContentRange;
import org.bitsconformance.reference.http.Status;

/** One document's reading of what the two documents have differently. */
public sealed interface Reading permits McBupReading, Win32Reading {

    static Reading of(Document document) {
        return switch (document) {
            case MC_BUP -> new McBupReading();
            case WIN32 -> new Win32Reading();
        };
    }

    /** The name of the header that carries the HRESULT. */
    String errorHeader();

    /** The status of a successful Create-Session. */
    Status created();

    /** A new session id in the form that the document describes. */
    String freshSessionId();

    /** Whether a packet of that type is refused for lack of a Content-Length. */
    boolean demandsContentLength(PacketType type);

    /** Whether the Ack to a packet that names a session repeats its id. */
    boolean repeatsSessionId(Exchange exchange, boolean accepted);

    /** The refusal of a destination that is a directory. */
    Refusal directory();

    /** The refusal of a destination where there is a file that must not be replaced. */
    Refusal existingFile();

    /** The refusal of a packet whose session was closed or cancelled. */
    Refusal endedSession();

    /** What to do with a fragment that starts before the next byte. */
    Placement overlap(ContentRange range, Upload upload);

    /** Whether the file appears with its last fragment; else it does at Close. */
    boolean publishesOnLastFragment();

    /** The name of the header that says where an upload is that is notified by reference. */
    String requestFileHeader();

    /** The name of the header that says where its reply is to be written. */
    String responseFileHeader();

    /** Whether a last fragment that is repeated after the server application refused it is notified again. */
    boolean notifiesAgainAfter(Status refusal);

    /** Whether a Close before the last byte publishes what is there; else that is dropped. */
    boolean publishesPartOnClose();

    /** Whether a Cancel after the last byte ends the session; else it changes nothing. */
    boolean cancelsCompleteUploads();
}
