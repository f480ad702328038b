package org.bitsconformance.reference.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.StatusCode;

/**
 * What happens to an upload after its last byte: it is published, or passed to a server application (MC-BUP 3.2.5.1.3),
 * and the Ack says where the reply is. All methods except {@link #awaitPending} are called under the lock of a session.
 */
public final class Handover {

    /** The longest URL of a reply, in characters (MC-BUP 2.2.1.2, table of errors). */
    private static final int LONGEST_REPLY_URL = 2200;

    /** How long after its Ack a late notification is sent, in milliseconds. */
    private static final int LATENESS_MILLIS = 100;

    private final Optional<Notifier> notifier;
    private final boolean replying;
    private final DocumentReading reading;
    private final Conduct conduct;
    private final Acks acks;
    private final Publication publication;
    private final Replies replies;
    private final SessionTable sessions;
    private final AtomicReference<CompletableFuture<Void>> pending =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    public Handover(
            Optional<Notifying> notifying,
            boolean replying,
            DocumentReading reading,
            Publication publication,
            Replies replies,
            SessionTable sessions) {
        this.conduct = publication.conduct();
        this.notifier = notifying
                .filter(settings -> !settings.off() || conduct.commits(Misbehaviour.NOTIFIES_THOUGH_OFF))
                .map(settings -> new Notifier(settings, reading, conduct));
        this.replying = replying;
        this.reading = reading;
        this.acks = new Acks(reading);
        this.publication = publication;
        this.replies = replies;
        this.sessions = sessions;
    }

    /** Continues from the Ack to a Fragment; returns the Ack to send. */
    Ack follow(Session session, Ack ack) {
        boolean complete = ack.refusal().isEmpty() && session.upload().isComplete();
        if (complete && notifier.isEmpty() && reading.publishesOnLastFragment()) {
            publication.publish(session);
        }
        if (!complete || !reachesEnd(session, ack.exchange())) {
            if (ack.refusal().isEmpty() && conduct.commits(Misbehaviour.NOTIFIES_EARLY)) {
                notifyEarly(session, ack.exchange().packet());
            }
            return ack;
        }
        if (notifier.isPresent()) {
            return notified(notifier.get(), session, ack);
        }
        if (!replying) {
            return ack;
        }
        replies.keep(session, Bytes.of("received " + session.upload().received() + " bytes\n"));
        return named(session, ack);
    }

    /** Whether a Close-Session publishes what is there. */
    boolean publishesOnClose(Session session) {
        if (!session.upload().isComplete()) {
            return reading.publishesPartOnClose();
        }
        return (notifier.isEmpty() || session.aftermath().copies())
                && objection(session).isEmpty();
    }

    /** Does at Close-Session what should have been done at the last byte, or repeats it. */
    void catchUp(Session session, PacketInSession exchange) {
        if (session.aftermath().isSettled() && conduct.commits(Misbehaviour.NOTIFIES_AT_CLOSE_TOO)) {
            notifier.ifPresent(application -> application.notify(session, exchange.packet()));
        }
        if (session.aftermath().isSettled() && conduct.commits(Misbehaviour.NOTIFIES_AT_CLOSE)) {
            notifier.ifPresent(application ->
                    concluded(session, acks.accept(exchange), application.notify(session, exchange.packet())));
        }
    }

    /** Why a Close-Session is refused; empty if it is not. */
    Optional<Refusal> objection(Session session) {
        return session.aftermath()
                .files()
                .filter(files -> session.aftermath().isSettled() && files.requestIsGone())
                .map(files -> Refusal.REQUEST_FILE_GONE);
    }

    /** Removes what is left of a session that was closed, cancelled or given up. */
    public void end(Session session, PacketType how) {
        NotificationOutcome aftermath = session.aftermath();
        Misbehaviour keeping = how == PacketType.CLOSE_SESSION
                ? Misbehaviour.KEEPS_CLOSED_REPLIES
                : Misbehaviour.KEEPS_CANCELLED_REPLIES;
        if (!conduct.commits(keeping)) {
            replies.forget(session);
        }
        boolean cancelled = how == PacketType.CANCEL_SESSION;
        boolean leaves = conduct.commits(Misbehaviour.LEAVES_DATA_FILES)
                || (cancelled && conduct.commits(Misbehaviour.LEAVES_CANCELLED_DATA_FILES));
        if (!leaves) {
            aftermath.files().ifPresent(DataFiles::delete);
            aftermath.setFiles(Optional.empty());
        }
        boolean deletes = conduct.commits(Misbehaviour.DELETES_STATIC_REPLIES)
                || (cancelled && conduct.commits(Misbehaviour.DELETES_CANCELLED_STATIC_REPLIES));
        if (deletes) {
            aftermath.staticUrl().ifPresent(url -> notifier.ifPresent(sender -> sender.delete(url)));
        }
    }

    /** Waits for notifications that are sent after their Ack. */
    public void awaitPending() {
        pending.get().join();
    }

    private static boolean reachesEnd(Session session, PacketInSession exchange) {
        return exchange.range()
                .filter(range -> range.end() == session.upload().received())
                .isPresent();
    }

    private Ack notified(Notifier application, Session session, Ack ack) {
        NotificationOutcome aftermath = session.aftermath();
        ReceivedPacket packet = ack.exchange().packet();
        if (aftermath.isSettled()) {
            if (conduct.commits(Misbehaviour.NOTIFIES_AGAIN)) {
                application.notify(session, packet);
            }
            return named(session, ack);
        }
        Optional<Ack> lasting = aftermath
                .failure()
                .filter(failed -> !reading.notifiesAgainAfter(failed.answer().status()))
                .filter(failed -> !conduct.commits(Misbehaviour.NOTIFIES_AFTER_403));
        if (lasting.isPresent()) {
            return lasting.get();
        }
        if (aftermath.failure().isPresent() && conduct.commits(Misbehaviour.NOTIFIES_ONCE)) {
            return concluded(session, ack, BackEndAnswer.AGREED);
        }
        if (conduct.commits(Misbehaviour.NOTIFIES_AT_CLOSE)) {
            return concluded(session, ack, BackEndAnswer.EMPTY);
        }
        if (conduct.commits(Misbehaviour.NOTIFIES_LATER)) {
            replies.keep(session, Bytes.NONE);
            later(() -> concluded(session, ack, application.notify(session, packet)), session);
            return named(session, ack);
        }
        return concluded(session, ack, aftermath.early().orElseGet(() -> application.notify(session, packet)));
    }

    private void notifyEarly(Session session, ReceivedPacket packet) {
        if (session.aftermath().early().isEmpty()) {
            notifier.ifPresent(application -> session.aftermath().setEarly(application.notify(session, packet)));
        }
    }

    private Ack concluded(Session session, Ack ack, BackEndAnswer answer) {
        NotificationOutcome aftermath = session.aftermath();
        Optional<Ack> failure = failureOf(ack.exchange(), answer);
        if (failure.isPresent()) {
            aftermath.fail(failure.get());
            if (conduct.commits(Misbehaviour.ENDS_FAILED_SESSIONS)) {
                sessions.end(session, PacketType.CANCEL_SESSION);
            }
            return failure.get();
        }
        Optional<String> staticUrl = answer.headers()
                .first(BitsHeaders.STATIC_RESPONSE_URL)
                .filter(url -> !url.isEmpty() || conduct.commits(Misbehaviour.TAKES_EMPTY_STATIC_URLS))
                .filter(url -> !conduct.commits(Misbehaviour.IGNORES_STATIC_URLS));
        aftermath.settle(answer.headers().contains(BitsHeaders.COPY_FILE_TO_DESTINATION), staticUrl);
        if (aftermath.copies() && reading.publishesOnLastFragment()) {
            publication.publish(session);
        }
        if (staticUrl.isEmpty()) {
            replies.keep(session, answer.body());
        }
        return named(session, ack);
    }

    private Optional<Ack> failureOf(PacketInSession exchange, BackEndAnswer answer) {
        Optional<Refusal> problem = answer.problem()
                .or(() -> Optional.of(Refusal.NOTICE_REFUSED).filter(any -> !answer.isSuccess()))
                .or(() -> Optional.of(Refusal.REPLY_URL_TOO_LONG).filter(any -> namesLongUrl(answer)))
                .or(() -> Optional.of(Refusal.REPLY_URL_RELATIVE).filter(any -> namesRelativeUrl(answer)));
        return problem.filter(refusal -> !conduct.overlooks(refusal, exchange))
                .map(refusal -> acks.blameApplication(
                        exchange,
                        refusal,
                        refusal == Refusal.NOTICE_REFUSED
                                ? StatusCode.of(answer.status()).orElse(refusal.status())
                                : refusal.status()));
    }

    private static boolean namesLongUrl(BackEndAnswer answer) {
        return answer.headers()
                .first(BitsHeaders.STATIC_RESPONSE_URL)
                .filter(url -> url.length() > LONGEST_REPLY_URL)
                .isPresent();
    }

    /** Whether the URL is relative; it must be absolute (MC-BUP 2.2.13.2). */
    private static boolean namesRelativeUrl(BackEndAnswer answer) {
        return answer.headers()
                .first(BitsHeaders.STATIC_RESPONSE_URL)
                .filter(url -> !url.isEmpty() && !url.matches("(?i)https?://[^/].*"))
                .isPresent();
    }

    /** Adds the URL of the reply to the Ack. */
    private Ack named(Session session, Ack ack) {
        boolean again = session.aftermath().name();
        if (conduct.commits(again ? Misbehaviour.NAMES_REPLIES_ONCE : Misbehaviour.NAMES_REPLIES_LATE)) {
            return ack;
        }
        String url = session.aftermath().staticUrl().orElseGet(() -> replies.url(session, ack.exchange()));
        return ack.with(ack.answer().with(BitsHeaders.REPLY_URL, url));
    }

    private void later(Runnable notification, Session session) {
        Executor late = CompletableFuture.delayedExecutor(LATENESS_MILLIS, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> task = CompletableFuture.runAsync(
                () -> {
                    synchronized (session) {
                        notification.run();
                    }
                },
                late);
        pending.updateAndGet(others -> CompletableFuture.allOf(others, task));
    }
}
