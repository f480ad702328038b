package org.bitsconformance.target;

import java.net.IDN;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port that people write into a URL.
 *
 * @param host a name, which may have underscores and letters of any alphabet, or an address; an IPv6 address without
 *     its brackets
 * @param port from 1 to 65535; empty if there is none
 */
record Authority(String host, OptionalInt port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\[((?=.*:)[0-9A-Fa-f:.]{2,45}(?:%25[A-Za-z0-9]+)?)]|([\\p{L}\\p{M}\\p{N}._-]+))(?::(\\d{0,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /** Parses a host and port; empty for anything else. */
    static Optional<Authority> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !isName(form.group(2))) {
            return Optional.empty();
        }
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        String port = form.group(3) == null ? "" : form.group(3);
        if (port.isEmpty()) {
            return Optional.of(new Authority(host, OptionalInt.empty()));
        }
        int number = Integer.parseInt(port);
        return number > 0 && number <= HIGHEST_PORT
                ? Optional.of(new Authority(host, OptionalInt.of(number)))
                : Optional.empty();
    }

    /** Whether DNS could have this name. */
    private static boolean isName(String name) {
        try {
            return name == null || !IDN.toASCII(name).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
