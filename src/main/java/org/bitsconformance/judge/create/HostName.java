package org.bitsconformance.judge.create;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The form of a host id: a host name or an address (RFC 1738 section 5; RFC 2373 appendix B), of at most 300 characters
 * (Win32 bits-iis-extension-properties, BITSHostId). A port, brackets around an address, and underscores, which occur
 * in server names, pass.
 */
final class HostName {

    private static final int MOST_CHARACTERS = 300;

    private static final int LONGEST = 255 + ":65535".length();
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?");
    private static final String GROUPS = "[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,7}";
    private static final Pattern IPV6 =
            Pattern.compile("(?:G|(?:G)?::(?:G)?)(?::?\\d{1,3}(?:\\.\\d{1,3}){3})?".replace("G", GROUPS));

    private HostName() {}

    /** Whether it has at most 300 characters. */
    static boolean isShort(String value) {
        return value.length() <= MOST_CHARACTERS;
    }

    /** Whether it is a host name or an address. */
    static boolean isHostOrAddress(String value) {
        String host = PORT.matcher(value).replaceFirst("");
        return value.length() <= LONGEST
                && (IPV6.matcher(value).matches()
                        || (host.startsWith("[")
                                && host.endsWith("]")
                                && IPV6.matcher(inside(host)).matches())
                        || Arrays.stream(host.replaceFirst("\\.$", "").split("\\.", -1))
                                .allMatch(LABEL.asMatchPredicate()));
    }

    private static String inside(String brackets) {
        return brackets.substring(1, brackets.length() - 1);
    }
}
