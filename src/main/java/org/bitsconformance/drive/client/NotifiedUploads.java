package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.client.ApplicationStub.About;
import org.bitsconformance.drive.client.ApplicationStub.Part;
import org.bitsconformance.drive.client.ApplicationStub.Subject;
import org.bitsconformance.drive.readback.Found;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Payload;

/**
 * The uploads that notifications may be about: finds out which of them a request is about. Guarded by the
 * {@link ApplicationStub} whose it is.
 */
final class NotifiedUploads {

    private final Collection<Part> parts;
    private final SoleSender sole;

    /** Names of uploads whose cases have ended. */
    private final Set<String> ended = new HashSet<>();

    /** Names of uploads that the application has accepted. */
    private final Set<String> taken = new HashSet<>();

    /** {@code parts} are those of the cases that may have uploads, as of each request. */
    NotifiedUploads(Collection<Part> parts, SoleSender sole) {
        this.parts = parts;
        this.sole = sole;
    }

    /** Notes that a case has ended. */
    void ended(Part part) {
        part.uploads().forEach(upload -> ended.add(upload.name()));
    }

    /** Notes that the application has accepted an upload. */
    void taken(About about) {
        taken.add(about.name());
    }

    /**
     * Which upload a request is about. It is the upload that the request names, by the longest matching name; if
     * several have that name, the one with the same bytes. A request that names none is about the upload that a packet
     * was last sent for, if only one case has such an upload. If the request names an upload that the application has
     * already accepted, or has another upload's bytes, while the last byte of exactly one other upload is in transit,
     * it is about that one, and its name is wrong.
     */
    Optional<Subject> subjectOf(ReceivedRequest request) {
        String head = request.head();
        Optional<Subject> named = parts.stream()
                .flatMap(part -> part.uploads().stream().map(about -> new Subject(part, about)))
                .filter(found -> names(head, found.about().name()))
                .reduce((first, second) -> isNamedBetter(request, second.about(), first.about()) ? second : first);
        Optional<Part> only =
                parts.size() == 1 ? parts.stream().findFirst() : sole.holder().filter(any -> head.isEmpty());
        Optional<Subject> awaited = only.flatMap(part -> part.awaited().map(about -> new Subject(part, about)))
                .filter(found -> mayHandOver(request, found.about().payload()));
        if (named.isPresent()) {
            boolean done = taken.contains(named.get().about().name());
            return done ? awaited.or(() -> named) : named;
        }
        if (!mayBeNotification(head)) {
            return Optional.empty();
        }
        Optional<String> old =
                ended.stream().filter(name -> names(head, name)).max(Comparator.comparingInt(String::length));
        return old.isPresent()
                ? awaited.filter(any -> taken.contains(old.get())
                        || handsOver(request, any.about().payload()))
                : only.filter(part -> !part.uploads().isEmpty())
                        .map(part -> new Subject(
                                part, part.uploads().get(part.uploads().size() - 1)));
    }

    private static boolean isNamedBetter(ReceivedRequest request, About one, About other) {
        int longer = one.name().length() - other.name().length();
        return longer > 0
                || (longer == 0 && (handsOver(request, one.payload()) || !handsOver(request, other.payload())));
    }

    /** Whether the body of a request is an upload. */
    private static boolean handsOver(ReceivedRequest request, Payload upload) {
        return request.bodyLength() > 0 && mayHandOver(request, upload);
    }

    /** Whether the body of a request is an upload; also true without a body. */
    private static boolean mayHandOver(ReceivedRequest request, Payload upload) {
        return request.bodyLength() == 0 || difference(request, upload).isEmpty();
    }

    private static boolean names(String head, String name) {
        return !name.isEmpty() && head.contains(name);
    }

    /** Whether a request can be a notification; nothing is known of a request whose connection was reset. */
    private static boolean mayBeNotification(String head) {
        String plain = head.toLowerCase(Locale.ROOT);
        return head.isEmpty()
                || plain.startsWith("post ")
                || plain.contains(BitsHeaders.ORIGINAL_REQUEST_URL.toLowerCase(Locale.ROOT));
    }

    /** Where the body differs; of a body that is kept only in part, compares the kept part and the length. */
    static OptionalLong difference(ReceivedRequest request, Payload upload) {
        long length = Math.min(request.bodyLength(), upload.length());
        Payload kept = new Payload(upload.seed(), Math.min(upload.length(), request.keptLength()));
        try {
            OptionalLong found =
                    Found.compare(request.body(), kept, OptionalInt.empty()).firstDifference();
            return found.isPresent() || request.bodyLength() == upload.length() ? found : OptionalLong.of(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
