package org.bitsconformance.judge.history;

import java.util.regex.Pattern;

/** What the documents say about the URL in {@code BITS-Static-Response-URL}. */
public final class StaticUrl {

    /** The longest URL of a reply that a server accepts, in characters (MC-BUP 2.2.1.2). */
    public static final int LONGEST = 2200;

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#\\s]+[^\\s]*");

    private StaticUrl() {}

    /** Whether a URL is not absolute, as it must be (MC-BUP 2.2.13.2). */
    public static boolean relative(String url) {
        return !url.isEmpty() && !ABSOLUTE.matcher(url).matches();
    }

    /** Whether a URL is longer than a server accepts. */
    public static boolean tooLong(String url) {
        return url.length() > LONGEST;
    }

    /** Whether a server has a reason to refuse a URL. */
    public static boolean objectionable(String url) {
        return relative(url) || tooLong(url);
    }
}
