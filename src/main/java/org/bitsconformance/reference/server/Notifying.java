package org.bitsconformance.reference.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the server notifies a server application of each upload (MC-BUP 3.2.1.1).
 *
 * @param url of the server application (NotificationURL), asked for each time; http
 * @param folder by reference: the existing folder that uploads and replies are kept in; empty for by value
 * @param timeout how long the answer is waited for (MC-BUP 3.3.2)
 * @param off whether it is turned off anyway (NotificationType NONE)
 */
public record Notifying(Supplier<URI> url, Optional<Path> folder, Duration timeout, boolean off) {

    /** Always the same server application. */
    public Notifying(URI url, Optional<Path> folder, Duration timeout) {
        this(() -> url, folder, timeout, false);
    }
}
