package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.application.Player;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.application.ServerApplication;
import org.bitsconformance.drive.readback.Found;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Plays the server application for all cases of a run: finds out which upload of which case a notification is about,
 * answers as the case wants, and records it. By default it asks for a copy of the upload at its destination, and gives
 * a reply.
 */
final class ApplicationStub implements Player, AutoCloseable {

    /** Length and seed of the reply that the application gives by default. */
    static final Payload REPLY = new Payload(0x4E917, 1000);

    private final NotificationSettings setup;
    private final Recorder recorder;
    private final HandedFiles files;
    private final ServerApplication application;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** Names of uploads whose cases have ended. */
    private final Set<String> ended = new HashSet<>();

    /** Names of uploads that the application has accepted. */
    private final Set<String> taken = new HashSet<>();

    private final SoleSender sole = new SoleSender();

    private int connections;

    /**
     * Starts to listen.
     *
     * @throws TargetException when it cannot listen on the address
     */
    ApplicationStub(NotificationSettings setup, Recorder recorder) {
        this.setup = setup;
        this.recorder = recorder;
        this.files = new HandedFiles(setup.files(), recorder);
        try {
            this.application = ServerApplication.start(setup.host(), setup.port(), this);
        } catch (IOException e) {
            throw new TargetException("the server application cannot listen on " + setup.host() + ":" + setup.port()
                    + ": " + e.getMessage());
        }
    }

    NotificationSettings setup() {
        return setup;
    }

    HandedFiles files() {
        return files;
    }

    /** Where it expects notifications. */
    URI url() {
        String host = setup.host().contains(":") ? "[" + setup.host() + "]" : setup.host();
        return setup.url()
                .orElseGet(() -> URI.create("http://" + host + ":" + application.port() + DeclaredNotification.PATH));
    }

    /** The TCP port that it listens on. */
    int port() {
        return application.port();
    }

    /** How many connections have come in so far. */
    synchronized int connections() {
        return connections;
    }

    /** Starts a case, which may have uploads from now on. */
    synchronized Part open(String caseId) {
        return parts.computeIfAbsent(caseId, Part::new);
    }

    synchronized void forget(Part part) {
        parts.remove(part.caseId, part);
        sole.leave(part);
        part.uploads.forEach(upload -> ended.add(upload.name()));
        notifyAll();
    }

    @Override
    public synchronized boolean hangsUp() {
        connections++;
        return parts.size() > 1
                ? sole.holder().isPresent()
                : parts.values().stream().anyMatch(Part::hangsUp);
    }

    /** A request that passes its upload by reference has an empty body. */
    @Override
    public synchronized boolean isComplete(ReceivedRequest request) {
        boolean byValue = setup.type() == NotificationSettings.Type.VALUE;
        return subjectOf(request)
                .filter(found -> request.bodyLength()
                        == (byValue ? found.about().payload().length() : 0))
                .isPresent();
    }

    @Override
    public synchronized ApplicationAnswer answerTo(ReceivedRequest request) {
        Optional<Subject> subject = subjectOf(request);
        ApplicationAnswer answer = subject.map(found -> found.part().answer).orElseGet(ApplicationStub::usual);
        if (request.head().contains(" " + Notification.STATIC_FOLDER)) {
            return ApplicationAnswer.of(200).replying(REPLY);
        }
        if (setup.type() != NotificationSettings.Type.REFERENCE) {
            return answer;
        }
        subject.ifPresent(found -> files.handedOver(request, found, answer));
        return answer.inFile();
    }

    @Override
    public synchronized void answering(
            ReceivedRequest request, ApplicationAnswer answer, WireBytes bytes, long atNanos) {
        Optional<Subject> subject = subjectOf(request);
        recorder.record(new Notification(
                recorder.nextId("n"),
                subject.map(found -> found.part().caseId).orElse(""),
                subject.map(found -> found.about().session()).orElse(0),
                recorder.mask(request.bytes()),
                request.whole(),
                request.bodyLength(),
                subject.map(found -> difference(request, found.about().payload()))
                        .orElseGet(OptionalLong::empty),
                answer.conduct(),
                bytes,
                answer.reply(),
                new Notification.Timing(
                        recorder.clock().microsOf(request.openedNanos()),
                        recorder.clock().microsOf(request.receivedNanos()),
                        recorder.clock().microsOf(atNanos))));
        subject.ifPresent(found -> found.part().heard++);
        subject.filter(found -> answer.conduct() == Conduct.ANSWERED && answer.status() / 100 == 2)
                .ifPresent(found -> taken.add(found.about().name()));
        notifyAll();
    }

    /** What the application answers by default. */
    static ApplicationAnswer usual() {
        return ApplicationAnswer.of(200).copying("true").replying(REPLY);
    }

    /** Waits until a case has had more notifications than {@code count}, at most for {@code longest}. */
    synchronized void await(Part part, int count, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        try {
            while (part.heard <= count && left > 0 && parts.containsKey(part.caseId)) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the body differs; of a body that is kept only in part, compares the kept part and the length. */
    private static OptionalLong difference(ReceivedRequest request, Payload upload) {
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

    /**
     * Which upload a request is about. It is the upload that the request names, by the longest matching name; if
     * several have that name, the one with the same bytes. A request that names none is about the upload that a packet
     * was last sent for, if only one case has such an upload. If the request names an upload that the application has
     * already accepted, or has another upload's bytes, while the last byte of exactly one other upload is in transit,
     * it is about that one, and its name is wrong.
     */
    private Optional<Subject> subjectOf(ReceivedRequest request) {
        String head = request.head();
        Optional<Subject> named = parts.values().stream()
                .flatMap(part -> part.uploads.stream().map(about -> new Subject(part, about)))
                .filter(found -> names(head, found.about().name()))
                .reduce((first, second) -> isNamedBetter(request, second.about(), first.about()) ? second : first);
        Optional<Part> only = parts.size() == 1
                ? parts.values().stream().findFirst()
                : sole.holder().filter(any -> head.isEmpty());
        Optional<Subject> awaited = only.flatMap(part -> part.awaited.map(about -> new Subject(part, about)))
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
                : only.filter(part -> !part.uploads.isEmpty())
                        .map(part -> new Subject(part, part.uploads.get(part.uploads.size() - 1)));
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

    @Override
    public void close() {
        application.close();
    }

    /**
     * An upload that a notification may be about.
     *
     * @param session its handle
     */
    record About(int session, String name, Payload payload) {}

    /** The case and the upload that a notification is about. */
    record Subject(Part part, About about) {}

    /** What a case wants from the server application. Guarded by the stub. */
    final class Part {

        private final String caseId;
        private final List<About> uploads = new ArrayList<>();
        private ApplicationAnswer answer = usual();
        private boolean takesUploads;

        /** The upload whose last byte is in transit. */
        private Optional<About> awaited = Optional.empty();

        private int heard;
        private final List<HandedFiles.Handed> handed = new ArrayList<>();

        private Part(String caseId) {
            this.caseId = caseId;
        }

        String caseId() {
            return caseId;
        }

        /** Guarded by the stub, which holds the lock when files are passed. */
        void handed(HandedFiles.Handed file) {
            handed.add(file);
        }

        List<HandedFiles.Handed> handed() {
            synchronized (ApplicationStub.this) {
                return List.copyOf(handed);
            }
        }

        /** Whether the application removes uploaded files before it answers. */
        boolean takesUploads() {
            return takesUploads;
        }

        /** Notes that a packet of an upload goes out, which may carry its last byte. */
        void expect(About about, boolean last) {
            synchronized (ApplicationStub.this) {
                uploads.remove(about);
                uploads.add(about);
                answered();
                if (last) {
                    sole.await(ApplicationStub.this, this, parts.values());
                    awaited = Optional.of(about);
                }
            }
        }

        /** Notes that the packet was answered. */
        void answered() {
            synchronized (ApplicationStub.this) {
                awaited = Optional.empty();
                sole.leave(this);
                ApplicationStub.this.notifyAll();
            }
        }

        /** Whether the last byte of an upload is in transit. Guarded by the stub. */
        boolean isUnderWay() {
            return awaited.isPresent();
        }

        /** Whether connections are reset before a notification is read. Guarded by the stub. */
        boolean hangsUp() {
            return answer.conduct() == Conduct.HUNG_UP;
        }

        void answers(ApplicationAnswer other) {
            synchronized (ApplicationStub.this) {
                answer = other;
            }
        }

        void takeUploads() {
            synchronized (ApplicationStub.this) {
                takesUploads = true;
            }
        }

        int heard() {
            synchronized (ApplicationStub.this) {
                return heard;
            }
        }

        void await(int count, Duration longest) {
            ApplicationStub.this.await(this, count, longest);
        }
    }
}
