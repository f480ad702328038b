package org.bitsconformance.judge;

import java.util.Optional;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.RunHeader;

/**
 * What a rule may know in addition to the case.
 *
 * @param header what the run was told
 * @param dialect which document decides if they disagree; may differ from the one that the run was given
 * @param readBacks what this run's looks at destinations prove
 */
public record Context(RunHeader header, Dialect dialect, ReadBackProof readBacks) {

    private static final String NAME = "{name}";

    /** Whether a finished upload has been seen at its destination in this run, byte for byte. */
    public boolean uploadSeen() {
        return readBacks.uploadSeen();
    }

    /** Whether the target file says that uploads can be read back, so that one that is not found is missing. */
    public boolean readBackIsDeclared() {
        return !header.target().readback().equals("auto");
    }

    /** Whether a server application behind the uploads gives replies. */
    public boolean uploadReply() {
        return header.target().mode().equals("upload-reply");
    }

    /** Whether the target file declares that nobody is asked for credentials. */
    public boolean letsEverybodyIn() {
        return header.target().declared().access().scheme().isEmpty();
    }

    /** Whether each upload has its own URL. */
    public boolean uploadsAreNamed() {
        String path = header.target().url().split("\\?", 2)[0];
        return path.endsWith("/") || header.target().url().contains(NAME);
    }

    /** The part of a request's path that names the upload; empty if the path names none. */
    public Optional<String> nameIn(String path) {
        String[] url =
                header.target().url().replaceFirst("^[A-Za-z]+://[^/]*", "").split("\\?", 2);
        boolean nameInQuery = url.length > 1 && url[1].contains(NAME);
        boolean nameInPath = url[0].contains(NAME);
        if (nameInQuery || !(nameInPath || url[0].endsWith("/"))) {
            return Optional.empty();
        }
        String before = nameInPath ? url[0].substring(0, url[0].indexOf(NAME)) : url[0];
        String after = nameInPath ? url[0].substring(url[0].indexOf(NAME) + NAME.length()) : "";
        boolean fits =
                path.startsWith(before) && path.endsWith(after) && path.length() >= before.length() + after.length();
        return fits ? Optional.of(path.substring(before.length(), path.length() - after.length())) : Optional.empty();
    }
}
