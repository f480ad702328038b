package org.bitsconformance.transcript;

import java.util.OptionalLong;

/**
 * How the target notifies the server application that the suite plays, as declared (MC-BUP 3.2.1.1, NotificationType).
 *
 * @param type {@link #VALUE}, {@link #REFERENCE} or {@link #NONE}
 * @param url where the target sends notifications, as declared
 * @param files whether the suite can reach the files that are passed by reference
 * @param timeoutMillis how long the target waits for the answer to a notification, if declared
 * @param direct whether the URL is at the address on which the suite listens, so that nothing is in between
 */
public record DeclaredNotification(String type, String url, boolean files, OptionalLong timeoutMillis, boolean direct) {

    /** Path of the URL at which the suite expects notifications by default. */
    public static final String PATH = "/notify";

    /** The upload is the body of the notification. */
    public static final String VALUE = "value";

    /** The notification names the file that holds the upload. */
    public static final String REFERENCE = "reference";

    /** Nobody is notified. */
    public static final String NONE = "none";

    /** A copy with the URL at which the suite now listens, if the declaration allowed any free port. */
    public DeclaredNotification at(String other) {
        return new DeclaredNotification(type, other, files, timeoutMillis, direct);
    }
}
