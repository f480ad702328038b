package org.bitsconformance.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.application.ApplicationAnswer;
import org.bitsconformance.application.ReceivedRequest;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Presence;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.Headers;
import org.bitsconformance.transcript.Payload;
import org.bitsconformance.transcript.Request;
import org.bitsconformance.wire.ApplicationDesk.Part;
import org.bitsconformance.wire.ApplicationDesk.Subject;

/**
 * The files that a server hands over by reference, where the target declares the folder that they are in. A server names
 * what it likes: nothing outside of that folder is read, written or removed.
 */
final class HandedFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]+");
    private static final int MOST_SEGMENTS = 64;

    private final Optional<Path> folder;
    private final Recorder recorder;

    HandedFiles(Optional<Path> folder, Recorder recorder) {
        this.folder = folder;
        this.recorder = recorder;
    }

    /** A file that was handed over. */
    record Handed(int session, Role role, String path) {}

    /** Looks at the file with the upload, puts the reply into the one for it, and notes both. */
    void handedOver(ReceivedRequest request, Subject subject, ApplicationAnswer answer) {
        if (folder.isEmpty()) {
            return;
        }
        Headers headers = Request.parse(request.bytes()).headers();
        int session = subject.about().session();
        Part part = subject.part();
        name(headers, BitsHeaders.REQUEST_DATA_FILE_NAME, BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                .ifPresent(path -> {
                    Handed upload = new Handed(session, Role.UPLOAD, path);
                    part.handed(upload);
                    record(
                            part.caseId(),
                            upload,
                            Moment.NOTIFIED,
                            Optional.of(subject.about().payload()));
                    if (part.takesUploads()) {
                        place(path).ifPresent(HandedFiles::remove);
                        record(part.caseId(), upload, Moment.REMOVED, Optional.empty());
                    }
                });
        name(headers, BitsHeaders.RESPONSE_DATA_FILE_NAME, BitsHeaders.RESPONSE_DATA_ENTITY_NAME)
                .ifPresent(path -> {
                    part.handed(new Handed(session, Role.REPLY, path));
                    answer.reply().ifPresent(reply -> place(path).ifPresent(place -> write(place, reply)));
                });
    }

    /** Looks at what was handed over to a case, for as long as a server may take to remove it. */
    void lookAtTheEnd(Part part) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Handed> all = part.handed();
        while (all.stream().anyMatch(one -> presence(one.path()) == Presence.FOUND) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        all.forEach(one -> record(part.caseId(), one, Moment.ENDED, Optional.empty()));
    }

    private void record(String caseId, Handed file, Moment moment, Optional<Payload> expected) {
        Presence presence = presence(file.path());
        OptionalLong length = OptionalLong.empty();
        OptionalLong difference = OptionalLong.empty();
        if (presence == Presence.FOUND && expected.isPresent()) {
            try (InputStream in = Files.newInputStream(place(file.path()).orElseThrow())) {
                Destinations.Found found = Destinations.Found.compare(in, expected.get(), OptionalInt.empty());
                length = found.length();
                difference = found.firstDifference();
            } catch (IOException e) {
                presence = Presence.UNREADABLE;
            }
        }
        recorder.record(new HandedFile(
                caseId, file.session(), file.role(), moment, recorder.mask(file.path()), presence, length, difference));
    }

    private Presence presence(String path) {
        Optional<Path> place = place(path);
        if (place.isEmpty()) {
            return folder.filter(own -> path.startsWith(own.toString())).isPresent()
                    ? Presence.ABSENT
                    : Presence.OUTSIDE;
        }
        if (Files.isRegularFile(place.get(), LinkOption.NOFOLLOW_LINKS)) {
            return Presence.FOUND;
        }
        return Files.exists(place.get(), LinkOption.NOFOLLOW_LINKS) ? Presence.UNREADABLE : Presence.ABSENT;
    }

    /**
     * Where a name that the server gave is on this machine: the longest end of it that leads into a folder that there is
     * within the declared one, which may have another name here.
     */
    private Optional<Path> place(String path) {
        String[] segments =
                SEPARATORS.splitAsStream(path).filter(one -> !one.isEmpty()).toArray(String[]::new);
        boolean odd = segments.length == 0
                || segments.length > MOST_SEGMENTS
                || Arrays.stream(segments).anyMatch(one -> one.equals("..") || one.indexOf(0) >= 0);
        if (odd) {
            return Optional.empty();
        }
        return Stream.iterate(0, first -> first + 1)
                .limit(segments.length)
                .flatMap(first ->
                        within(String.join("/", Arrays.asList(segments).subList(first, segments.length))).stream())
                .findFirst();
    }

    private Optional<Path> within(String relative) {
        try {
            Path own = folder.orElseThrow().toRealPath();
            Path place = own.resolve(relative).normalize();
            Path parent = place.getParent();
            return parent != null
                            && Files.isDirectory(parent)
                            && parent.toRealPath().startsWith(own)
                    ? Optional.of(place)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(Headers headers, String first, String second) {
        return headers.first(first).or(() -> headers.first(second)).filter(value -> !value.isEmpty());
    }

    /** What cannot be written shows as a reply that the server does not have. */
    private static void write(Path place, Payload reply) {
        try {
            Files.write(place, reply.range(0, Math.toIntExact(reply.length())));
        } catch (IOException e) {
            remove(place);
        }
    }

    private static void remove(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // it stays, and the server has its upload
            return;
        }
    }
}
