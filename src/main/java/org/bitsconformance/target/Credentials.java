package org.bitsconformance.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user name and password for HTTP authentication. {@link #toString} shows neither.
 *
 * @param user not empty, without a colon (RFC 7617, 2) or control characters
 * @param password without control characters; may be empty
 */
public record Credentials(String user, String password) {

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if one is not valid; the message shows neither
     */
    public Credentials {
        checkUser(user);
        checkPassword(password);
    }

    /**
     * Parses {@code USER:PASSWORD}; further colons belong to the password.
     *
     * @throws IllegalArgumentException if there is no colon, or a part is not valid; the message shows neither
     */
    public static Credentials parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("must be USER:PASSWORD; it has no colon");
        }
        return new Credentials(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Returns a valid user name.
     *
     * @throws IllegalArgumentException if it is not valid; the message does not show it
     */
    public static String checkUser(String user) {
        if (user.isEmpty() || user.contains(":") || hasControls(user)) {
            throw new IllegalArgumentException(
                    "must be a user name that is not empty, without a colon or control characters");
        }
        return user;
    }

    /**
     * Returns a valid password.
     *
     * @throws IllegalArgumentException if it is not valid; the message does not show it
     */
    public static String checkPassword(String password) {
        if (hasControls(password)) {
            throw new IllegalArgumentException("must be a password without control characters");
        }
        return password;
    }

    /** The value of the {@code Authorization} header. */
    public String basic() {
        return "Basic " + token();
    }

    public String token() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The same user with a wrong password. */
    public Credentials withWrongPassword() {
        return new Credentials(user, password + "-wrong");
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
