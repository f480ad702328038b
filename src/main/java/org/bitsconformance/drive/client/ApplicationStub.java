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
 * Plays the server application for all cases of a run: knows which upload of which case a notification is about, has it
 * answered as the case wants, and records it. A case that wants nothing has its uploads copied to their destinations, and
 * answered with a reply.
 */
final class ApplicationStub implements Player, AutoCloseable {

    /** Length and seed of the reply that an application gives unless a case says otherwise. */
    static final Payload REPLY = new Payload(0x4E917, 1000);

    private final NotificationSettings setup;
    private final Recorder recorder;
    private final HandedFiles files;
    private final ServerApplication application;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** Names of uploads whose case has ended. */
    private final Set<String> ended = new HashSet<>();

    /** Names of uploads that the application has taken. */
    private final Set<String> taken = new HashSet<>();

    private int connections;

    /**
     * Starts to listen.
     *
     * @throws TargetException when the address cannot be listened on
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

    /** Where notifications are expected. */
    URI url() {
        String host = setup.host().contains(":") ? "[" + setup.host() + "]" : setup.host();
        return setup.url()
                .orElseGet(() -> URI.create("http://" + host + ":" + application.port() + DeclaredNotification.PATH));
    }

    /** The TCP port that it listens on. */
    int port() {
        return application.port();
    }

    /** How many connections came in up to now. */
    synchronized int connections() {
        return connections;
    }

    /** A case may have uploads from now on. */
    synchronized Part open(String caseId) {
        return parts.computeIfAbsent(caseId, Part::new);
    }

    synchronized void forget(Part part) {
        parts.remove(part.caseId, part);
        part.uploads.forEach(upload -> ended.add(upload.name()));
        notifyAll();
    }

    @Override
    public synchronized boolean hangsUp() {
        connections++;
        return parts.values().stream().anyMatch(part -> part.answer.conduct() == Conduct.HUNG_UP);
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

    /** What an application answers unless a case says otherwise. */
    static ApplicationAnswer usual() {
        return ApplicationAnswer.of(200).copying("true").replying(REPLY);
    }

    /** Waits until a case has heard of more notifications than {@code count}, or for {@code longest}. */
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

    /** Of a body that is not kept to its end, what is kept is compared, and its length. */
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
     * Whose upload a request is about: the one that it names, by the longest of all names, and of several with one name the
     * one whose bytes it has; else the one of the only case that there is for which a packet was sent last. Where it names
     * one that the application has taken already, or has the bytes of another, while the last byte of the only other one is
     * under way, it is about that one, and names it wrongly.
     */
    private Optional<Subject> subjectOf(ReceivedRequest request) {
        String head = request.head();
        Optional<Subject> named = parts.values().stream()
                .flatMap(part -> part.uploads.stream().map(about -> new Subject(part, about)))
                .filter(found -> names(head, found.about().name()))
                .reduce((first, second) -> isNamedBetter(request, second.about(), first.about()) ? second : first);
        Optional<Part> only = parts.size() == 1 ? parts.values().stream().findFirst() : Optional.empty();
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

    /** Whether the body of a request, where it has one, is an upload. */
    private static boolean mayHandOver(ReceivedRequest request, Payload upload) {
        return request.bodyLength() == 0 || difference(request, upload).isEmpty();
    }

    private static boolean names(String head, String name) {
        return !name.isEmpty() && head.contains(name);
    }

    /** Whether a request can be a notification at all; of one whose connection was reset nothing is known. */
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

    /** An upload of a case that a notification is about. */
    record Subject(Part part, About about) {}

    /** What a case wants of the server application. Guarded by the stub. */
    final class Part {

        private final String caseId;
        private final List<About> uploads = new ArrayList<>();
        private ApplicationAnswer answer = usual();
        private boolean takesUploads;

        /** The upload whose last byte is under way. */
        private Optional<About> awaited = Optional.empty();

        private int heard;
        private final List<HandedFiles.Handed> handed = new ArrayList<>();

        private Part(String caseId) {
            this.caseId = caseId;
        }

        String caseId() {
            return caseId;
        }

        /** Guarded by the stub, which has the lock when files are passed. */
        void handed(HandedFiles.Handed file) {
            handed.add(file);
        }

        List<HandedFiles.Handed> handed() {
            synchronized (ApplicationStub.this) {
                return List.copyOf(handed);
            }
        }

        /** Whether the application takes the files of uploads away before it answers. */
        boolean takesUploads() {
            return takesUploads;
        }

        /** A packet of an upload goes out, which may be the one with its last byte. */
        void expect(About about, boolean last) {
            synchronized (ApplicationStub.this) {
                uploads.remove(about);
                uploads.add(about);
                awaited = Optional.of(about).filter(any -> last);
            }
        }

        /** The packet that went out was answered. */
        void answered() {
            synchronized (ApplicationStub.this) {
                awaited = Optional.empty();
            }
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
