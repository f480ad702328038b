package org.bitsconformance.requirement;

import java.util.Optional;

/**
 * Something on which the documents disagree with each other or with themselves, or which they leave open.
 *
 * @param id words that never change their meaning and are never reused
 * @param topic what it is about
 * @param win32 what the Win32 pages say; {@code -} if they are silent
 * @param mcBup what MC-BUP says
 * @param decision how the suite judges it
 * @param seen how a run finds out which reading a server follows; empty if none can
 * @param unseen why no run can; empty if one can
 */
public record Conflict(
        String id,
        String topic,
        String win32,
        String mcBup,
        String decision,
        Optional<String> seen,
        Optional<String> unseen) {

    public Conflict {
        if (seen.isPresent() == unseen.isPresent()) {
            throw new IllegalArgumentException(id + " needs either seen or unseen");
        }
    }

    /** Whether a run can find out which reading a server follows. */
    public boolean observable() {
        return seen.isPresent();
    }
}
