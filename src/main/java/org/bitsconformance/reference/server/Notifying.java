package org.bitsconformance.reference.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the server notifies a server application of each upload (MC-BUP 3.2.1.1).
 *
 * @param url http URL of the server application (NotificationURL), evaluated each time
 * @param folder to notify by reference, the existing folder for uploads and replies; empty to notify by value
 * @param timeout how long to wait for the answer (MC-BUP 3.3.2)
 * @param off whether notification is turned off anyway (NotificationType NONE)
 */
public record Notifying(Supplier<URI> url, Optional<Path> folder, Duration timeout, boolean off) {

    /** For a server application with a fixed URL. */
    public Notifying(URI url, Optional<Path> folder, Duration timeout) {
        this(() -> url, folder, timeout, false);
    }
}
