package org.bitsconformance.reference.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;

/** Answers a challenge by Basic or Digest (RFC 7617 2; RFC 7616 3, with MD5 and {@code auth}). */
final class ChallengeAnswer {

    private static final String COUNT = "00000001";
    private static final String OWN_NONCE = "0a4f113b";

    private ChallengeAnswer() {}

    /** Whether a challenge is of a scheme that the client knows. */
    static boolean knows(String challenge) {
        String lower = challenge.toLowerCase(Locale.ROOT);
        return lower.startsWith("basic") || lower.startsWith("digest");
    }

    /** The value of {@code Authorization}, given name and password with a colon between. */
    static String answering(String challenge, String credentials, String target) {
        return challenge.toLowerCase(Locale.ROOT).startsWith("basic")
                ? "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                : digest(challenge, credentials, target);
    }

    private static String digest(String challenge, String credentials, String target) {
        String[] pair = credentials.split(":", 2);
        String realm = directive(challenge, "realm");
        String nonce = directive(challenge, "nonce");
        String opaque = directive(challenge, "opaque");
        String response = md5(String.join(
                ":",
                md5(pair[0] + ":" + realm + ":" + pair[1]),
                nonce,
                COUNT,
                OWN_NONCE,
                "auth",
                md5(BitsHeaders.VERB + ":" + target)));
        return "Digest username=\"" + pair[0] + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + target
                + "\", qop=auth, nc=" + COUNT + ", cnonce=\"" + OWN_NONCE + "\", response=\"" + response + "\""
                + (opaque.isEmpty() ? "" : ", opaque=\"" + opaque + "\"");
    }

    private static String directive(String challenge, String name) {
        Matcher matcher = Pattern.compile("(?i)\\b" + name + "=\"([^\"]*)\"").matcher(challenge);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
