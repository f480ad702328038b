package org.bitsconformance.result;

import org.bitsconformance.protocol.Side;

/**
 * The verdict of one side of observed uploads.
 *
 * @param side server or client
 * @param name the server's URL, or a client's {@code User-Agent} and where it comes from; may contain text from the wire
 * @param verdict of this side alone
 * @param broken how many of its requirements were broken in a way that fails the run
 * @param uploads number of its cases
 */
public record SideResult(Side side, String name, RunVerdict verdict, int broken, int uploads) {

    /** All of it in a line, such as {@code client curl/8.5.0: conformant (3 uploads)}. */
    public String sentence() {
        return side.word()
                + (name.isEmpty() ? "" : " " + name)
                + ": "
                + verdict.word()
                + " ("
                + (broken == 0 ? "" : Counted.of(broken, "requirement") + " broken, ")
                + Counted.of(uploads, "upload")
                + ")";
    }
}
