package org.bitsconformance.requirement;

import org.bitsconformance.protocol.Document;

/**
 * Where a requirement is written.
 *
 * @param document which document
 * @param section number of a section of MC-BUP, or name of a Win32 page
 * @param level how strongly it puts it
 */
public record Source(Document document, String section, Level level) {

    private static final String MC_BUP_URL =
            "https://learn.microsoft.com/en-us/openspecs/windows_protocols/mc-bup/2c2fe5e1-f105-4264-b80b-1f31e9e5dc6b";
    private static final String WIN32_URL = "https://learn.microsoft.com/en-us/windows/win32/bits/";

    /** Where it can be read on the web. */
    public String url() {
        return document == Document.WIN32 ? WIN32_URL + section : MC_BUP_URL;
    }

    /** Document and section, as findings cite them. */
    public String citation() {
        return document.title() + " " + section;
    }
}
