package org.bitsconformance.reference.stimulus;

import java.util.List;
import java.util.function.Supplier;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.FileStore;
import org.bitsconformance.reference.server.Guard;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.reference.server.Protection.Scheme;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.reference.server.SessionTable;

/**
 * What the server has, for stimuli that need it.
 *
 * @param basic asks for credentials by Basic
 * @param digest asks for credentials by Digest
 * @param secondAddress host and port of the server's second listener
 */
public record ConfrontingParts(
        SessionTable sessions, FileStore files, Guard basic, Guard digest, Supplier<String> secondAddress) {

    /** What a server has that wants the credentials of a user. */
    public static ConfrontingParts of(
            SessionTable sessions, FileStore files, User user, Supplier<String> secondAddress) {
        Conduct conformant = new CombinedConduct(List.of());
        return new ConfrontingParts(
                sessions,
                files,
                new Guard(Protection.by(Scheme.BASIC, user), conformant),
                new Guard(Protection.by(Scheme.DIGEST, user), conformant),
                secondAddress);
    }

    /** Host and port where nothing listens: port 1 is assigned to a service that nobody runs. */
    String goneAddress() {
        return "127.0.0.1:1";
    }
}
