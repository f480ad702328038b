package org.bitsconformance.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user name and password for HTTP authentication.
 *
 * @param user user name, without a colon
 * @param password never shown
 */
public record Credentials(String user, String password) {

    /** The value of the {@code Authorization} header. */
    public String basic() {
        return "Basic " + token();
    }

    public String token() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The same user with a password that is wrong. */
    public Credentials withWrongPassword() {
        return new Credentials(user, password + "-wrong");
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=***]";
    }
}
