package org.bitsconformance.requirement;

import java.util.OptionalInt;
import org.bitsconformance.protocol.Document;

/**
 * Where a requirement is written.
 *
 * @param document which document
 * @param section number of a section of MC-BUP, or name of a Win32 page
 * @param sentence place among the normative sentences of that section of MC-BUP, from 1; empty where it is written without
 *     a keyword, and in the Win32 pages
 * @param level how strongly it puts it
 */
public record Source(Document document, String section, OptionalInt sentence, Level level) {

    private static final String MC_BUP_URL =
            "https://learn.microsoft.com/en-us/openspecs/windows_protocols/mc-bup/2c2fe5e1-f105-4264-b80b-1f31e9e5dc6b";
    private static final String WIN32_URL = "https://learn.microsoft.com/en-us/windows/win32/bits/";

    public Source {
        if (document == null || section == null || level == null) {
            throw new IllegalArgumentException("a source needs a document, a section and a level");
        }
        if (sentence.isPresent() && document != Document.MC_BUP) {
            throw new IllegalArgumentException("only the sentences of MC-BUP are counted");
        }
    }

    /** Where it can be read on the web. */
    public String url() {
        return document == Document.WIN32 ? WIN32_URL + section : MC_BUP_URL;
    }

    /** Document and section, as findings cite them. */
    public String citation() {
        return document.title() + " " + section;
    }

    /** Whether it cites this normative sentence of MC-BUP. */
    public boolean cites(Fingerprint fingerprint) {
        return document == Document.MC_BUP
                && section.equals(fingerprint.section())
                && sentence.equals(OptionalInt.of(fingerprint.ordinal()));
    }
}
