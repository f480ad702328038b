package org.bitsconformance.reference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bitsconformance.protocol.BitsHeaders;

/** The finished uploads by the path of their URL, in memory, and how plain HTTP reaches them. Thread-safe. */
final class FileStore {

    private static final String ALLOWED = "GET, HEAD, DELETE, POST, " + BitsHeaders.VERB;

    private final Map<String, Bytes> files = new ConcurrentHashMap<>();

    /** Stores a file in place of any that is there. */
    void put(String path, Bytes content) {
        files.put(path, content);
    }

    void remove(String path) {
        files.remove(path);
    }

    boolean contains(String path) {
        return files.containsKey(path);
    }

    /** Answers a request that is no BITS packet. */
    Answer answer(Packet request) {
        return switch (request.verb()) {
            case "GET", "HEAD" -> read(request.path());
            case "DELETE" -> delete(request.path());
            default -> Answer.empty(Status.METHOD_NOT_ALLOWED).with("Allow", ALLOWED);
        };
    }

    private Answer read(String path) {
        return Optional.ofNullable(files.get(path))
                .map(content -> Answer.empty(Status.OK)
                        .with("Content-Type", "application/octet-stream")
                        .with(content))
                .orElseGet(() -> Answer.empty(Status.NOT_FOUND));
    }

    private Answer delete(String path) {
        return files.remove(path) == null
                ? Answer.empty(Status.NOT_FOUND)
                : Answer.empty(Status.NO_CONTENT).without(BitsHeaders.CONTENT_LENGTH);
    }
}
