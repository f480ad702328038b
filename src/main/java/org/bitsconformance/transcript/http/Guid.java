package org.bitsconformance.transcript.http;

import java.util.regex.Pattern;

/** The text form of a GUID in curly braces (MS-DTYP 2.3.4.3, which MC-BUP 2.2.1.2 refers to). */
public final class Guid {

    private static final Pattern IN_BRACES =
            Pattern.compile("\\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");

    private Guid() {}

    /** Whether this is a GUID in curly braces, in either case. */
    public static boolean isInBraces(String text) {
        return IN_BRACES.matcher(text).matches();
    }

    /** The form of a session id, in a few words. */
    public static String form(String id) {
        if (isInBraces(id)) {
            return "a GUID in braces";
        }
        return isInBraces("{" + id + "}") ? "a GUID without braces" : "another string";
    }
}
