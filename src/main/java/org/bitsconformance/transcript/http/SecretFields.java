package org.bitsconformance.transcript.http;

import java.util.regex.Pattern;

/** Header fields whose values are secret, whoever sent them: credentials and cookies. */
public final class SecretFields {

    /** What stands for a secret. */
    public static final String MASK = "***";

    private static final Pattern SECRET_HEADERS = Pattern.compile(
            "(?im)^((?:proxy-)?authorization|cookie|set-cookie|(?:proxy-)?authentication-info)([ \\t]*:[ \\t]*)[^\\r"
                    + "\\n"
                    + "]*(?:\\r"
                    + "?\\n"
                    + "[ \\t][^\\r"
                    + "\\n"
                    + "]*)*");

    /** What a server sends in a handshake: with the answer to it, somebody could search for the password. */
    private static final Pattern CHALLENGE_TOKENS = Pattern.compile("(?im)^((?:www|proxy)-authenticate[ \\t]*:[^\\r"
            + "\\n"
            + "]*\\b(?:NTLM|Negotiate|Kerberos)[ \\t]+)[A-Za-z0-9+/]{8,}=*");

    private SecretFields() {}

    /** Masks their values in the header of a message, or in any other text. */
    public static String masked(String text) {
        String masked = SECRET_HEADERS.matcher(text).replaceAll("$1$2" + MASK);
        return CHALLENGE_TOKENS.matcher(masked).replaceAll("$1" + MASK);
    }
}
