package org.bitsconformance.innocent;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of sessions in every form that the documents permit (MC-BUP 2.2.1.2; Win32 ack-for-create-session). */
final class SessionIds {

    private static final String GUID = "\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}";
    private static final int LONGEST = 100;
    private static final int LETTERS = 26;

    private final Set<Freedom> freedoms;
    private int given;

    SessionIds(Set<Freedom> freedoms) {
        this.freedoms = freedoms;
    }

    static boolean isGuid(String text) {
        return text.matches(GUID);
    }

    /** An id that has not been given before. */
    String next() {
        given++;
        String bare = UUID.randomUUID().toString();
        if (freedoms.contains(Freedom.SESSION_ID_BARE)) {
            return bare;
        }
        if (freedoms.contains(Freedom.SESSION_ID_DECIMAL)) {
            return Long.toString(-ThreadLocalRandom.current().nextLong(1L << 62));
        }
        if (freedoms.contains(Freedom.SESSION_ID_PATH)) {
            return "/sessions/2026/" + bare + "?part=1&of=" + given + "#top";
        }
        if (freedoms.contains(Freedom.SESSION_ID_ODD)) {
            String odd = given + "!#$%&'*+-.^_`|~()<>@,;:/[]?={} \"quoted \\\" text\"";
            return odd + "~".repeat(LONGEST - odd.length());
        }
        if (freedoms.contains(Freedom.SESSION_ID_WITH_BLANK)) {
            return "session " + given;
        }
        if (freedoms.contains(Freedom.SESSION_ID_SHORT)) {
            return letters();
        }
        String guid = "{" + bare + "}";
        if (freedoms.contains(Freedom.SESSION_ID_LOWER)) {
            return guid;
        }
        return freedoms.contains(Freedom.SESSION_ID_MIXED)
                ? guid.substring(0, 19) + guid.substring(19).toUpperCase(Locale.ROOT)
                : guid.toUpperCase(Locale.ROOT);
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int rest = given; rest > 0; rest /= LETTERS) {
            letters.append((char) ('a' + rest % LETTERS));
        }
        return letters.toString();
    }

    /** The id as Acks spell it. */
    String echoed(String id) {
        if (!freedoms.contains(Freedom.SESSION_ID_ECHOED_IN_OTHER_CASE)) {
            return id;
        }
        String upper = id.toUpperCase(Locale.ROOT);
        return id.equals(upper) ? id.toLowerCase(Locale.ROOT) : upper;
    }
}
