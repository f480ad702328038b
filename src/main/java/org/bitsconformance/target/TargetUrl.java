package org.bitsconformance.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the URL of a target. Messages never show a user, a password or a query, which may be secret. */
public final class TargetUrl {
    /** Replaced, in a URL's path or query, with the name of an upload. */
    public static final String NAME_PLACEHOLDER = "{name}";

    private static final Pattern HTTP = Pattern.compile("(?i)https?://([^/?#]*).*", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("^.*@|\\?.*$", Pattern.DOTALL);

    private TargetUrl() {}

    /**
     * Checks that the text is an absolute http or https URL with a valid host, and has no user information and no
     * fragment. Its path or query may contain {@link #NAME_PLACEHOLDER}, and characters that a request must
     * percent-encode, which is left to the sender.
     *
     * @return the text, without surrounding spaces
     * @throws IllegalArgumentException if the text is anything else
     */
    public static String parse(String text) {
        Matcher http = HTTP.matcher(text);
        if (!http.matches()) {
            throw new IllegalArgumentException(
                    "must be an absolute http or https URL such as https://host/uploads/, not " + shown(text));
        }
        String authority = http.group(1);
        check(!authority.contains("@"), "must not contain credentials; put them in user and password");
        check(text.indexOf('#') < 0, "must not have a fragment: remove the # and what follows");
        check(!authority.contains(NAME_PLACEHOLDER), "must have " + NAME_PLACEHOLDER + " in the path or the query");
        check(!authority.isEmpty() && !authority.startsWith(":"), "has no host: " + shown(text));
        checkCharacters(text);
        check(
                Authority.parse(authority).isPresent(),
                "must name a host of letters, digits, -, _ and ., with a port from 1 to 65535 if any, not "
                        + Quoted.text(authority));
        return text.strip();
    }

    /** Reports a brace as a misspelt name placeholder. */
    private static void checkCharacters(String text) {
        text.replace(NAME_PLACEHOLDER, "")
                .codePoints()
                .filter(c -> Character.isISOControl(c) || c == '{' || c == '}')
                .findFirst()
                .ifPresent(character -> {
                    throw new IllegalArgumentException(notAllowed(Character.toString(character)));
                });
    }

    private static String notAllowed(String character) {
        String hint = character.matches("[{}]") ? "; the placeholder for the name is " + NAME_PLACEHOLDER : "";
        return "has the character " + Quoted.text(character) + ", which a URL must percent-encode" + hint;
    }

    private static String shown(String text) {
        return Quoted.text(HIDDEN.matcher(text).replaceAll("..."));
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
