package org.bitsconformance.judge;

import java.util.Optional;
import org.bitsconformance.transcript.ReadBack;

/**
 * What the looks at the destinations of a run prove. If a server answers GET with a page at any URL, presence proves
 * nothing; if it never does, absence proves nothing.
 *
 * @param uploadSeen whether a finished upload was seen at its destination, byte for byte
 * @param anyName why something that is found need not be of an upload, as a sentence without its full stop; empty if a
 *     name that was never written has nothing, or nobody looked at one
 */
public record ReadBackProof(boolean uploadSeen, Optional<String> anyName) {

    /** Nobody has looked yet. */
    public static final ReadBackProof NONE = new ReadBackProof(false, Optional.empty());

    /** Whether what a look found, or did not find, is about the upload, and not what any other name would have had. */
    public boolean tells(ReadBack look) {
        return look.found().presence() != ReadBack.Presence.FOUND || anyName.isEmpty() || look.beginsAsSent();
    }
}
