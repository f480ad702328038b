package org.bitsconformance.transcript.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header fields whose values are secret, whoever sent them: credentials and cookies. Of credentials, the scheme stays,
 * and what a challenge has in the open; {@code Basic ?***} is not of the form of Basic.
 */
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

    private static final Pattern CREDENTIALS =
            Pattern.compile("(?is)(Basic|Digest|NTLM|Negotiate|Kerberos|Bearer|Passport1\\.4)[ \\t]+(.*)");

    /** A directive of Digest with its value, or whatever else stands between commas. */
    private static final Pattern DIRECTIVE =
            Pattern.compile("([A-Za-z]+)[ \\t]*=[ \\t]*(?:\"[^\"]*\"|[^\\s,\"]+)(?=[ \\t]*(?:,|$))|[^,\\s][^,]*");

    /** Directives that are no secret: the challenge has them, or the request line. */
    private static final Set<String> OPEN =
            Set.of("realm", "nonce", "uri", "algorithm", "qop", "nc", "opaque", "userhash");

    private static final String NO_PAIR = "?" + MASK;

    private SecretFields() {}

    /** Masks their values in the header of a message, or in any other text. */
    public static String masked(String text) {
        String masked = SECRET_HEADERS.matcher(text).replaceAll(SecretFields::hidden);
        return CHALLENGE_TOKENS.matcher(masked).replaceAll("$1" + MASK);
    }

    private static String hidden(MatchResult field) {
        boolean credentials = field.group(1).toLowerCase(Locale.ROOT).endsWith("authorization");
        String line = field.group();
        String value = line.substring(field.group(1).length() + field.group(2).length());
        return Matcher.quoteReplacement(field.group(1) + field.group(2) + (credentials ? hidden(value) : MASK));
    }

    private static String hidden(String credentials) {
        Matcher matcher = CREDENTIALS.matcher(credentials);
        if (!matcher.matches()) {
            return MASK;
        }
        String rest = matcher.group(2).strip();
        return matcher.group(1)
                + " "
                + switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                    case "basic" -> rest.equals(MASK) || isPair(rest) ? MASK : NO_PAIR;
                    case "digest" -> DIRECTIVE.matcher(rest).replaceAll(SecretFields::directive);
                    default -> MASK;
                };
    }

    private static String directive(MatchResult one) {
        boolean open = one.group(1) != null && OPEN.contains(one.group(1).toLowerCase(Locale.ROOT));
        String hidden = one.group(1) == null ? MASK : one.group(1) + "=\"" + MASK + "\"";
        return Matcher.quoteReplacement(open ? one.group() : hidden);
    }

    private static boolean isPair(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1).contains(":");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
