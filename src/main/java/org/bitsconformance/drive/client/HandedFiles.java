package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.client.ApplicationStub.Part;
import org.bitsconformance.drive.client.ApplicationStub.Subject;
import org.bitsconformance.drive.readback.Found;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Presence;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.Request;

/**
 * The files that a server passes by reference, if the target file declares their folder. A server may name any path, so
 * nothing outside that folder is read, written or removed.
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

    /**
     * A file that was passed.
     *
     * @param place where it is on this machine; empty if unknown or outside the declared folder
     */
    record Handed(int session, Role role, String path, Optional<Path> place) {}

    /** Looks at the file with the upload, writes the reply into the file for it, and records both. */
    void handedOver(ReceivedRequest request, Subject subject, ApplicationAnswer answer) {
        if (folder.isEmpty()) {
            return;
        }
        Headers headers = Request.parse(request.bytes()).headers();
        int session = subject.about().session();
        Part part = subject.part();
        Optional<Handed> upload = name(
                        headers, BitsHeaders.REQUEST_DATA_FILE_NAME, BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                .map(path -> new Handed(session, Role.UPLOAD, path, place(path)));
        upload.ifPresent(file -> uploaded(file, subject));
        name(headers, BitsHeaders.RESPONSE_DATA_FILE_NAME, BitsHeaders.RESPONSE_DATA_ENTITY_NAME)
                .map(path -> new Handed(session, Role.REPLY, path, place(path).or(() -> besides(upload, path))))
                .ifPresent(file -> {
                    part.handed(file);
                    answer.reply().ifPresent(reply -> {
                        file.place().ifPresent(place -> write(place, reply));
                        record(part.caseId(), file, Moment.NOTIFIED, answer.reply());
                    });
                });
    }

    private void uploaded(Handed upload, Subject subject) {
        Part part = subject.part();
        part.handed(upload);
        record(
                part.caseId(),
                upload,
                Moment.NOTIFIED,
                Optional.of(subject.about().payload()));
        if (part.takesUploads()) {
            upload.place().ifPresent(HandedFiles::remove);
            record(part.caseId(), upload, Moment.REMOVED, Optional.empty());
        }
    }

    /** Looks at what was passed to a case, for as long as a server may take to remove it. */
    void lookAtTheEnd(Part part) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Handed> all = part.handed();
        while (all.stream().anyMatch(one -> presence(one) == Presence.FOUND) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        all.forEach(one -> record(part.caseId(), one, Moment.ENDED, Optional.empty()));
    }

    private void record(String caseId, Handed file, Moment moment, Optional<Payload> expected) {
        Presence presence = presence(file);
        OptionalLong length = OptionalLong.empty();
        OptionalLong difference = OptionalLong.empty();
        if (presence == Presence.FOUND && expected.isPresent()) {
            try (InputStream in = Files.newInputStream(file.place().orElseThrow(), LinkOption.NOFOLLOW_LINKS)) {
                Found found = Found.compare(in, expected.get(), OptionalInt.empty());
                length = found.length();
                difference = found.firstDifference();
            } catch (IOException e) {
                presence = Presence.UNREADABLE;
            }
        }
        recorder.record(new HandedFile(
                caseId, file.session(), file.role(), moment, recorder.mask(file.path()), presence, length, difference));
    }

    private Presence presence(Handed file) {
        if (file.place().isEmpty()) {
            return inFolder(segments(file.path())).isPresent() ? Presence.ABSENT : Presence.OUTSIDE;
        }
        Path place = file.place().get();
        if (isFile(place)) {
            return Presence.FOUND;
        }
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS) ? Presence.UNREADABLE : Presence.ABSENT;
    }

    /**
     * Where a name that the server gave is on this machine. A name that begins with the declared folder is used as it
     * is. Otherwise the folder may have another name here, and the longest end of the name that is a file in the folder
     * is used.
     */
    private Optional<Path> place(String path) {
        List<String> segments = segments(path);
        return inFolder(segments)
                .or(() -> Stream.iterate(0, first -> first + 1)
                        .limit(segments.size())
                        .map(first -> segments.subList(first, segments.size()))
                        .filter(end -> within(end).filter(HandedFiles::isFile).isPresent())
                        .findFirst())
                .flatMap(this::within);
    }

    /** Where a file is whose name begins like the upload's, down to the declared folder. */
    private Optional<Path> besides(Optional<Handed> upload, String path) {
        return upload.flatMap(Handed::place).flatMap(place -> {
            List<String> known = segments(upload.get().path());
            List<String> own =
                    segments(real(folder.orElseThrow()).relativize(place).toString());
            List<String> before = known.subList(0, known.size() - own.size());
            return after(before, segments(path)).flatMap(this::within);
        });
    }

    /** The rest of a name that begins with the declared folder. */
    private Optional<List<String>> inFolder(List<String> segments) {
        Path own = folder.orElseThrow();
        return after(segments(own.toString()), segments)
                .or(() -> after(segments(real(own).toString()), segments));
    }

    private static Optional<List<String>> after(List<String> beginning, List<String> segments) {
        boolean begins = segments.size() > beginning.size()
                && segments.subList(0, beginning.size()).equals(beginning);
        return begins ? Optional.of(segments.subList(beginning.size(), segments.size())) : Optional.empty();
    }

    /** The segments of a name; none if it leads upwards or is not a file name. */
    private static List<String> segments(String path) {
        List<String> segments =
                SEPARATORS.splitAsStream(path).filter(one -> !one.isEmpty()).toList();
        boolean odd = segments.size() > MOST_SEGMENTS
                || segments.stream().anyMatch(one -> one.equals("..") || one.indexOf(0) >= 0);
        return odd ? List.of() : segments;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath();
        }
    }

    private static boolean isFile(Path place) {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a relative name leads, if that is an existing folder within the declared one. */
    private Optional<Path> within(List<String> relative) {
        try {
            Path own = folder.orElseThrow().toRealPath();
            Path place = own.resolve(String.join("/", relative)).normalize();
            Path parent = place.getParent();
            return parent != null
                            && !place.equals(own)
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

    /** Ignores write errors: they show as a reply that the server does not have. */
    private static void write(Path place, Payload reply) {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isFile(place)) {
            return;
        }
        try {
            Files.write(
                    place,
                    reply.range(0, Math.toIntExact(reply.length())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            remove(place);
        }
    }

    private static void remove(Path place) {
        try {
            if (isFile(place)) {
                Files.delete(place);
            }
        } catch (IOException e) {
            // the file stays, and the server has its upload
            return;
        }
    }
}
