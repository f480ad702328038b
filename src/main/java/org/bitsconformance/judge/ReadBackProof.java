package org.bitsconformance.judge;

import java.util.Optional;
import org.bitsconformance.transcript.ReadBack;

/**
 * What the looks at the destinations of a run prove. If a server answers GET with a page at any URL, presence proves
 * nothing; if it never does, absence proves nothing.
 *
 * @param uploadSeen whether a finished upload was seen at its destination, byte for byte
 * @param anyName why a file that is found need not be an upload, as a sentence without its full stop; empty if a name
 *     that was never written has nothing, or nobody looked at one
 */
public record ReadBackProof(boolean uploadSeen, Optional<String> anyName) {

    /** Before anybody has looked. */
    public static final ReadBackProof NONE = new ReadBackProof(false, Optional.empty());

    /** Whether the result of a look is about the upload, instead of what any other name would give. */
    public boolean tells(ReadBack look) {
        return look.found().presence() != ReadBack.Presence.FOUND || anyName.isEmpty() || look.beginsAsSent();
    }
}
