package org.bitsconformance.judge.application;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths and queries of URLs, which servers may write in different ways. */
final class Resources {

    private static final Pattern AUTHORITY = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://[^/?#]*");

    private Resources() {}

    /** The path and the query of a URL. */
    static String of(String url) {
        return AUTHORITY.matcher(url).replaceFirst("");
    }

    /** Whether two are the same except for escapes and case. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Whether two are the same except for their folders and queries, which a front end may change. */
    static boolean sameFile(String one, String other) {
        return file(one).equals(file(other));
    }

    private static String file(String resource) {
        String path = plain(resource).replaceFirst("\\?.*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The query of a path and query, without the question mark; empty if there is none. */
    static String query(String resource) {
        int mark = resource.indexOf('?');
        return mark < 0 ? "" : resource.substring(mark + 1);
    }

    static String plain(String resource) {
        byte[] bytes = resource.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                plain.append((char) (high * 16 + low));
                i += 2;
            } else {
                plain.append((char) (bytes[i] & 0xFF));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
