package org.bitsconformance.target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The server application that the suite is to play.
 *
 * @param type how uploads are handed over: one of the words of {@link org.bitsconformance.transcript.DeclaredNotification}
 * @param host name or address to listen on
 * @param port TCP port, or 0 for any that is free
 * @param url where the target sends notifications; empty for the address that is listened on
 * @param files the folder that the target keeps what it hands over by reference in, as this machine sees it
 * @param timeout how long the target waits for an answer, where that is known
 */
public record ApplicationSetup(
        String type, String host, int port, Optional<URI> url, Optional<Path> files, Optional<Duration> timeout) {}
