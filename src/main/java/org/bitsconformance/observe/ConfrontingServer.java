package org.bitsconformance.observe;

import java.util.Optional;

/** A server that confronts clients with stimuli, by the path of their uploads, and shows what has arrived. */
public interface ConfrontingServer {

    /** The path for an upload of this name that meets a stimulus, given its id. */
    String path(String stimulus, String name);

    /** The bytes at a path, once an upload has finished; empty if there are none. */
    Optional<byte[]> stored(String path);

    /** Whether the stimulus of a path has happened to the client that uploads to it. */
    boolean hasConfronted(String path);
}
