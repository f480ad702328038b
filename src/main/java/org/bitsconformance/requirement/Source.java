package org.bitsconformance.requirement;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.Document;

/**
 * Where a requirement is written.
 *
 * @param document title of one of the two {@linkplain Document documents}, or an RFC such as {@code RFC 9110}
 * @param section number of a section of MC-BUP or of an RFC, or name of a Win32 page
 * @param sentence place among the normative sentences of that section of MC-BUP, from 1; empty if MC-BUP uses no
 *     keyword, and for any other document
 * @param level how strongly it states it
 */
public record Source(String document, String section, OptionalInt sentence, Level level) {

    private static final String MC_BUP_URL =
            "https://learn.microsoft.com/en-us/openspecs/windows_protocols/mc-bup/2c2fe5e1-f105-4264-b80b-1f31e9e5dc6b";
    private static final String WIN32_URL = "https://learn.microsoft.com/en-us/windows/win32/bits/";
    private static final String RFC_URL = "https://www.rfc-editor.org/rfc/rfc";
    private static final Pattern RFC = Pattern.compile("RFC [1-9]\\d{0,4}");

    public Source {
        if (document == null || section == null || level == null) {
            throw new IllegalArgumentException("a source needs a document, a section and a level");
        }
        if (Document.named(document).isEmpty() && !RFC.matcher(document).matches()) {
            throw new IllegalArgumentException(
                    "unknown document \"" + document + "\": it must be MC-BUP, Win32 or an RFC such as RFC 9110");
        }
        if (sentence.isPresent() && Document.named(document).orElse(null) != Document.MC_BUP) {
            throw new IllegalArgumentException("only the sentences of MC-BUP are counted");
        }
    }

    /** Whether it is a place in this document. */
    public boolean in(Document one) {
        return document.equalsIgnoreCase(one.title());
    }

    /** Whether it is a place in an RFC, which binds under every dialect. */
    public boolean inRfc() {
        return RFC.matcher(document).matches();
    }

    /** Where it can be read on the web. */
    public String url() {
        if (inRfc()) {
            return RFC_URL + document.substring("RFC ".length()) + "#section-" + section;
        }
        return in(Document.WIN32) ? WIN32_URL + section : MC_BUP_URL;
    }

    /** Document and section, as findings cite them. */
    public String citation() {
        return document + " " + section;
    }

    /** Whether it cites this normative sentence of MC-BUP. */
    public boolean cites(Fingerprint fingerprint) {
        return in(Document.MC_BUP)
                && section.equals(fingerprint.section())
                && sentence.equals(OptionalInt.of(fingerprint.ordinal()));
    }
}
