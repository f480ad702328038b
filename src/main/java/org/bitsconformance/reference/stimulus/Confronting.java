package org.bitsconformance.reference.stimulus;

import java.util.Optional;
import org.bitsconformance.reference.server.Protection.User;

/**
 * That a server confronts clients with stimuli: with the one that the path names, {@code /stimulus/ID/NAME}.
 *
 * @param elsewhere the stimulus of all other paths, if there is one
 * @param user whose credentials the stimuli want that ask for some
 */
public record Confronting(Optional<Stimulus> elsewhere, User user) {

    /** What the paths that name a stimulus begin with. */
    public static final String FOLDER = "/stimulus/";

    /** The path of an upload that meets a stimulus. */
    public static String path(String stimulus, String name) {
        return FOLDER + stimulus + "/" + name;
    }

    /** The id of the stimulus at a path, which may be followed by a query; empty if nothing happens there. */
    public Optional<String> at(String resource) {
        Optional<String> named = named(resource.split("\\?", 2)[0]);
        return named.isPresent() ? named.flatMap(Stimuli::named).map(Stimulus::id) : elsewhere.map(Stimulus::id);
    }

    /** The id of the stimulus that a path names, known or not; empty if the path names none. */
    static Optional<String> named(String path) {
        return Optional.of(path)
                .filter(any -> any.startsWith(FOLDER))
                .map(any -> any.substring(FOLDER.length()).split("/", 2)[0]);
    }
}
