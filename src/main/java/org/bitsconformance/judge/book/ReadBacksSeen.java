package org.bitsconformance.judge.book;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.judge.ReadBackProof;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Look;
import org.bitsconformance.transcript.ReadBack.Presence;

/**
 * Collects what a run's looks at destinations prove. If a record has no look at a name that was never written, the same
 * bytes found for different uploads, none of which came back, count as a page that the server shows for any name.
 */
final class ReadBacksSeen {

    /** What was found at a destination. */
    private record Content(OptionalLong length, Optional<String> sha256) {}

    private final Map<Content, Set<String>> uploadsByContent = new HashMap<>();
    private boolean uploadSeen;
    private Optional<Look> neverWritten = Optional.empty();
    private Optional<Content> ofSeveral = Optional.empty();

    /** Records a look; call this in the order of the looks. */
    void add(ReadBack look) {
        uploadSeen = uploadSeen || (look.same() && look.sent().expectedLength() > 0);
        if (neverWritten.filter(seen -> seen.presence() == Presence.FOUND).isEmpty()) {
            neverWritten = look.neverWritten().or(() -> neverWritten);
        }
        if (look.found().presence() == Presence.FOUND && !look.beginsAsSent() && ofSeveral.isEmpty()) {
            Content content = new Content(look.found().length(), look.found().sha256());
            Set<String> uploads = uploadsByContent.computeIfAbsent(content, key -> new HashSet<>());
            uploads.add(look.sent().expectedSha256());
            ofSeveral = uploads.size() > 1 && content.sha256().isPresent() ? Optional.of(content) : Optional.empty();
        }
    }

    /** What is known so far. */
    ReadBackProof proof() {
        return new ReadBackProof(uploadSeen, anyName());
    }

    private Optional<String> anyName() {
        if (neverWritten.isPresent()) {
            return neverWritten
                    .filter(seen -> seen.presence() == Presence.FOUND)
                    .map(seen ->
                            "GET of " + seen.where() + ", a name that was never written, is answered 200 too, with "
                                    + seen.length().orElse(0) + " bytes");
        }
        return uploadSeen
                ? Optional.empty()
                : ofSeveral.map(content -> "GET at different names is answered with the same "
                        + content.length().orElse(0) + " bytes");
    }
}
