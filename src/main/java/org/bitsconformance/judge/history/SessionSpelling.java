package org.bitsconformance.judge.history;

import java.util.Locale;

/** The ways to write one session id: case, braces and spaces, which matter to some servers and not to others. */
public final class SessionSpelling {

    private SessionSpelling() {}

    /** Whether two ids differ in nothing else. */
    public static boolean same(String one, String other) {
        return !bare(one).isEmpty() && bare(one).equals(bare(other));
    }

    private static String bare(String id) {
        return id.replaceAll("[\\s{}]", "").toLowerCase(Locale.ROOT);
    }
}
