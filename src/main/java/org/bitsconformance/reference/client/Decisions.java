package org.bitsconformance.reference.client;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.UploadProtocol;

/** What is right after an answer (MC-BUP 3.1.5; Win32 handling-errors, handling-server-application-errors). */
final class Decisions {

    private static final int MOST_FAILURES = 3;
    private static final int MOST_RESTARTS = 3;
    private static final int PAUSE_MILLIS = 30;
    private static final int UNREACHED_PAUSE_MILLIS = 150;
    private static final int MILLIS = 1_000;
    private static final long NANOS = 1_000_000_000L;
    private static final int FOUND = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int OUT_OF_RANGE = 416;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION = 505;

    private final UploadProgress progress;

    Decisions(UploadProgress progress) {
        this.progress = progress;
    }

    NextStep after(TakenStep turn) {
        progress.pauseMillis = 0;
        ClientAnswer answer = turn.answer();
        if (answer.lost()) {
            return lost(turn.step());
        }
        progress.awaySince = 0;
        if (turn.is(NextStep.DOWNLOAD)) {
            return downloaded(answer);
        }
        boolean told = answer.success() || (answer.status() == OUT_OF_RANGE && turn.is(NextStep.FRAGMENT));
        if (!told) {
            return refused(turn);
        }
        return answer.isAck() ? taken(turn) : NextStep.GIVE_UP;
    }

    private NextStep taken(TakenStep turn) {
        return switch (turn.step()) {
            case PING -> progress.session.isEmpty() ? NextStep.CREATE : progress.next();
            case CREATE -> created(turn.answer());
            case FRAGMENT -> sent(turn.answer());
            case CLOSE ->
                progress.job().manner().wantsReply() && !progress.replyNamed ? NextStep.GIVE_UP : NextStep.SUCCEED;
            default -> NextStep.GIVE_UP;
        };
    }

    private NextStep created(ClientAnswer answer) {
        String id = answer.value(BitsHeaders.SESSION_ID);
        if (!answer.value(BitsHeaders.PROTOCOL).equalsIgnoreCase(UploadProtocol.BITS_1_5) || id.isEmpty()) {
            return NextStep.GIVE_UP;
        }
        progress.begin(id);
        progress.failures = 0;
        String named = answer.value(BitsHeaders.HOST_ID);
        if (named.isEmpty()) {
            return progress.next();
        }
        String seconds = answer.value(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT);
        progress.fallbackSeconds =
                seconds.matches("\\d{1,8}") ? OptionalInt.of(Integer.parseInt(seconds)) : OptionalInt.empty();
        int port = progress.job().url().getPort();
        progress.named = named.contains(":") || port < 0 ? named : named + ":" + port;
        progress.host = progress.named;
        return NextStep.PING;
    }

    private NextStep sent(ClientAnswer answer) {
        OptionalLong named = answer.offset();
        if (named.isEmpty() || named.getAsLong() > progress.job().total()) {
            return NextStep.GIVE_UP;
        }
        progress.failures = 0;
        progress.offset = (int) named.getAsLong();
        if (!answer.value(BitsHeaders.REPLY_URL).isEmpty()) {
            progress.reply = answer.value(BitsHeaders.REPLY_URL);
            progress.replyNamed = true;
        }
        int taken = progress.taken();
        if (progress.job().manner().cancelAfter().equals(OptionalInt.of(taken))) {
            return NextStep.CANCEL;
        }
        return progress.job().manner().stopAfter().equals(OptionalInt.of(taken)) ? NextStep.GIVE_UP : progress.next();
    }

    private NextStep downloaded(ClientAnswer answer) {
        progress.reply = "";
        return answer.status() == FOUND ? NextStep.CLOSE : NextStep.GIVE_UP;
    }

    /** After a connection that broke, the session goes on; a named host that is away is left after its time. */
    private NextStep lost(NextStep step) {
        if (!progress.isAtNamedHost()) {
            return again(step, PAUSE_MILLIS);
        }
        long now = System.nanoTime();
        progress.awaySince = progress.awaySince == 0 ? now : progress.awaySince;
        if (progress.fallbackSeconds.isEmpty()) {
            return again(step, UNREACHED_PAUSE_MILLIS);
        }
        if (now - progress.awaySince > progress.fallbackSeconds.getAsInt() * NANOS) {
            progress.host = progress.job().authority();
            progress.awaySince = 0;
        }
        progress.pauseMillis = UNREACHED_PAUSE_MILLIS;
        return step;
    }

    private NextStep again(NextStep step, long pauseMillis) {
        progress.pauseMillis = pauseMillis;
        progress.failures++;
        return progress.failures > MOST_FAILURES ? NextStep.GIVE_UP : step;
    }

    private NextStep refused(TakenStep turn) {
        ClientAnswer answer = turn.answer();
        if (answer.says(Hresult.BG_E_SESSION_NOT_FOUND)) {
            return restarted(turn.step());
        }
        if (answer.status() == UNAUTHORIZED) {
            return authenticated(turn);
        }
        if (answer.status() == TOO_LARGE
                && turn.is(NextStep.FRAGMENT)
                && turn.packet().length() > 1) {
            progress.fragment = turn.packet().length() / 2;
            return NextStep.FRAGMENT;
        }
        boolean passes = answer.context().equals(OptionalInt.of(ErrorContext.REMOTE_APPLICATION.value()))
                ? isPassingError(answer.status())
                : answer.code().isEmpty() && isWorthAnotherTry(answer.status());
        if (!passes) {
            return NextStep.GIVE_UP;
        }
        int seconds = answer.retryAfterSeconds().orElse(0);
        return again(turn.step(), seconds > 0 ? (long) seconds * MILLIS : PAUSE_MILLIS);
    }

    private NextStep restarted(NextStep step) {
        progress.session = "";
        progress.host = progress.job().authority();
        progress.restarts++;
        return step == NextStep.CANCEL || progress.restarts > MOST_RESTARTS ? NextStep.GIVE_UP : NextStep.CREATE;
    }

    private NextStep authenticated(TakenStep turn) {
        boolean can = progress.challenge.isEmpty()
                && progress.job().manner().credentials().isPresent();
        String challenge = turn.answer().value("WWW-Authenticate");
        if (!can || !ChallengeAnswer.knows(challenge)) {
            return NextStep.GIVE_UP;
        }
        progress.challenge = challenge;
        return turn.step();
    }

    /** An error of the server application that passes; 3xx but for a few, too. */
    private static boolean isPassingError(int status) {
        return switch (status / 100) {
            case 3 -> status == 306 || status > 307;
            case 4 -> status == REQUEST_TIMEOUT || status == CONFLICT;
            case 5 -> status != NOT_IMPLEMENTED && status != VERSION;
            default -> true;
        };
    }

    private static boolean isWorthAnotherTry(int status) {
        return status == REQUEST_TIMEOUT
                || status == TOO_MANY
                || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED && status != VERSION);
    }
}
