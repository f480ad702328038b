package org.bitsconformance.drive.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Answer.Framing;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * How long to wait for an answer, so that a target that is alive but silent cannot hold up a run.
 *
 * <p>After several packets that ran into their limit, the limit is a fifth of the target's, but never less than a
 * second or four times the slowest answer of the run; a silence that lasts this long is judged. After several silent
 * packets of one type, the wait for packets of this type is brief, and their silence is not judged. After several brief
 * waits in a row the wait is shorter still. If no packet of the type was ever answered, the type is then not sent any
 * more, since a server may keep a thread busy for each silence. If several answers begin but do not end, the wait for
 * the rest of such answers is brief, and a pause in any other answer ends it after a second or four times the slowest
 * answer.
 */
public final class AnswerLimit {

    private static final int SILENCES = 3;
    private static final int SILENCES_OF_A_TYPE = 4;
    private static final int BRIEF_WAITS = 6;
    private static final int WAITS_IN_VAIN = 24;
    private static final int UNFINISHED = 3;
    private static final int PART = 5;
    private static final int TIMES_SLOWEST = 4;
    private static final int TIMES_USUAL = 4;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration BRIEF = Duration.ofMillis(100);
    private static final Duration BRIEFEST = Duration.ofMillis(20);

    /** Pings show whether a target that did not answer another packet is alive, so they get the whole time. */
    private static final String PROBE = PacketType.PING.headerValue();

    private static final Pattern PACKET_TYPE =
            Pattern.compile("^BITS-Packet-Type:[ \t]*(\\S*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Duration full;
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Integer> unfinished = new HashMap<>();
    private int silences;
    private Duration slowest = Duration.ZERO;

    /**
     * The time for an answer.
     *
     * @param longest how long to wait for it
     * @param ending how the exchange ends when that time is over: {@link Ending#TIMED_OUT}, or {@link Ending#CUT_OFF}
     *     if the wait is too short to blame the server
     */
    record Wait(Duration longest, Ending ending) {}

    /** What is known about the answers to packets of one type. */
    private static final class Type {
        private int silences;
        private int inVain;
        private int answers;
        private Duration together = Duration.ZERO;

        Duration brief() {
            return longer(inVain < BRIEF_WAITS ? BRIEF : BRIEFEST, usual().multipliedBy(TIMES_USUAL));
        }

        Duration usual() {
            return answers == 0 ? Duration.ZERO : together.dividedBy(answers);
        }
    }

    /** {@code full} is the target's limit. */
    public AnswerLimit(Duration full) {
        this.full = full;
    }

    /** How long to wait for the answer to something that is not a packet. */
    synchronized Duration now() {
        if (silences < SILENCES) {
            return full;
        }
        return shorter(full, longer(full.dividedBy(PART), floor()));
    }

    /** How long to wait for the answer to a request; {@code request} begins with its header. */
    synchronized Wait after(String request) {
        String name = type(request);
        Optional<Type> silent = Optional.ofNullable(types.get(name))
                .filter(type -> !name.equals(PROBE) && type.silences >= SILENCES_OF_A_TYPE);
        return silent.map(type -> new Wait(shorter(now(), type.brief()), Ending.CUT_OFF))
                .orElseGet(() -> new Wait(now(), Ending.TIMED_OUT));
    }

    /**
     * How long the server may pause before an answer whose header is there counts as ended; empty if it has the whole
     * time. Only an answer without a length ends with its connection, and every Ack has a length.
     */
    synchronized Optional<Duration> quiet(Answer begun) {
        boolean known = unfinished.getOrDefault(kind(begun), 0) >= UNFINISHED;
        if (known) {
            return Optional.of(shorter(full, BRIEF));
        }
        boolean often = unfinished.values().stream().mapToInt(count -> count).sum() >= UNFINISHED;
        return often || begun.framing() == Framing.UNTIL_CLOSE ? Optional.of(shorter(full, floor())) : Optional.empty();
    }

    /** Records how long an answer took, or that an answer did not end. */
    public synchronized void look(Traffic traffic) {
        String request = traffic.request().text();
        if (traffic.ending() == Ending.ANSWERED) {
            long micros = traffic.timing().waitedMicros();
            Duration took = Duration.ofNanos(micros * 1_000);
            slowest = longer(slowest, took);
            Type type = types.computeIfAbsent(type(request), key -> new Type());
            type.answers++;
            type.inVain = 0;
            type.together = type.together.plus(took);
        } else if (traffic.ending() == Ending.TIMED_OUT) {
            begun(request, traffic.answer())
                    .filter(answer -> !answer.complete())
                    .ifPresent(answer -> unfinished.merge(kind(answer), 1, Integer::sum));
        }
    }

    /**
     * Records the outcome of a packet that every server answers, while the target is alive.
     *
     * @param request the bytes sent
     * @param answer the bytes received
     */
    public synchronized void ended(String request, WireBytes answer, Ending ending) {
        if (begun(request, answer).isPresent()) {
            return;
        }
        Type type = types.computeIfAbsent(type(request), key -> new Type());
        switch (ending) {
            case TIMED_OUT, SENDING_STALLED -> {
                silences++;
                type.silences++;
            }
            case CUT_OFF -> type.inVain++;
            default -> {}
        }
    }

    /** Forgets the silences so far, because the suite now sends packets in another way. */
    public synchronized void forgetSilences() {
        silences = 0;
        types.clear();
    }

    /** Whether so many packets of this type went unanswered, and none was answered, that the suite stops sending them. */
    public synchronized boolean gaveUp(PacketType type) {
        return Optional.ofNullable(types.get(type.headerValue()))
                .filter(known -> known.answers == 0 && known.inVain >= WAITS_IN_VAIN)
                .isPresent();
    }

    /** How many packets of the type of {@code request} were not answered within the wait. */
    public synchronized int silences(String request) {
        return silencesOf(type(request));
    }

    /** How many packets of a type were not answered within the wait. */
    public synchronized int silences(PacketType type) {
        return silencesOf(type.headerValue());
    }

    private int silencesOf(String type) {
        return Optional.ofNullable(types.get(type)).map(known -> known.silences).orElse(0);
    }

    private Duration floor() {
        return longer(SHORTEST, slowest.multipliedBy(TIMES_SLOWEST));
    }

    private static Optional<Answer> begun(String request, WireBytes answer) {
        return answer.answer(request.split(" ", 2)[0], false);
    }

    /** Everything that is not a packet of a known form counts as one type. */
    private static String type(String request) {
        Matcher field = PACKET_TYPE.matcher(request);
        return field.find()
                ? PacketType.named(field.group(1)).map(PacketType::headerValue).orElse("")
                : "";
    }

    private static String kind(Answer answer) {
        return answer.status() / 100 + " " + answer.framing();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
