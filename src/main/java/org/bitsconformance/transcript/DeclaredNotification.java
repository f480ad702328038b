package org.bitsconformance.transcript;

import java.util.OptionalLong;

/**
 * How the target was declared to notify the server application that the suite plays (MC-BUP 3.2.1.1, NotificationType).
 *
 * @param type {@link #VALUE}, {@link #REFERENCE} or {@link #NONE}
 * @param url where the target sends notifications, as declared
 * @param files whether the suite can reach the files that are passed by reference
 * @param timeoutMillis how long the target waits for the answer to a notification, where declared
 * @param direct whether that URL is of the address that the suite listens on, so that nothing stands between the two
 */
public record DeclaredNotification(String type, String url, boolean files, OptionalLong timeoutMillis, boolean direct) {

    /** Path of the URL where the suite expects notifications unless the target declares another. */
    public static final String PATH = "/notify";

    /** The upload is the body of the notification. */
    public static final String VALUE = "value";

    /** The notification names the file that the upload is in. */
    public static final String REFERENCE = "reference";

    /** Nobody is notified. */
    public static final String NONE = "none";

    /** The same at the URL that the suite came to listen at, where any free port was declared. */
    public DeclaredNotification at(String other) {
        return new DeclaredNotification(type, other, files, timeoutMillis, direct);
    }
}
