package org.bitsconformance.drive.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.application.Player;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.application.ServerApplication;
import org.bitsconformance.drive.transport.Recorder;
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

    private final SoleSender sole = new SoleSender();
    private final NotifiedUploads uploads = new NotifiedUploads(parts.values(), sole);

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
        uploads.ended(part);
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
        return uploads.subjectOf(request)
                .filter(found -> request.bodyLength()
                        == (byValue ? found.about().payload().length() : 0))
                .isPresent();
    }

    @Override
    public synchronized ApplicationAnswer answerTo(ReceivedRequest request) {
        Optional<Subject> subject = uploads.subjectOf(request);
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
        Optional<Subject> subject = uploads.subjectOf(request);
        recorder.record(new Notification(
                recorder.nextId("n"),
                subject.map(found -> found.part().caseId).orElse(""),
                subject.map(found -> found.about().session()).orElse(0),
                recorder.mask(request.bytes()),
                request.whole(),
                request.bodyLength(),
                subject.map(found -> NotifiedUploads.difference(
                                request, found.about().payload()))
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
                .ifPresent(found -> uploads.taken(found.about()));
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

        /** The uploads of the case, the last one that a packet was sent for at the end. Guarded by the stub. */
        List<About> uploads() {
            return uploads;
        }

        /** The upload whose last byte is in transit. Guarded by the stub. */
        Optional<About> awaited() {
            return awaited;
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
