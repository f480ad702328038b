package org.bitsconformance.judge.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.ReadBack;

/**
 * A case, as rules read it. Immutable; what several rules derive from it is worked out once and kept.
 */
public final class CaseHistory {

    private final CaseStart start;
    private final List<Step> steps;
    private final List<ReadBack> readBacks;
    private final Map<String, List<ReadBack>> readBacksAfter;
    private final Application application;
    private final List<Download> downloads;
    private final Closing closing;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, List<Step>> sessions = new HashMap<>();
    private final Map<Class<?>, Object> derived = new HashMap<>();
    private List<LastFragment> lastFragments;

    /**
     * What the server application saw of a case.
     *
     * @param notices the notifications about its uploads, in order; requests for replies are not among them
     * @param repliesAsked requests for replies at the server application's own URLs, in order
     * @param handedFiles looks at files that were passed by reference, in order
     */
    public record Application(List<Notice> notices, List<Notice> repliesAsked, List<HandedFile> handedFiles) {

        public Application {
            notices = List.copyOf(notices);
            repliesAsked = List.copyOf(repliesAsked);
            handedFiles = List.copyOf(handedFiles);
        }
    }

    /**
     * How a case ended.
     *
     * @param end of driving or observing it
     * @param client the end of the client program, if one was started for the case
     */
    public record Closing(CaseEnd end, Optional<ClientEnded> client) {}

    /**
     * @param start the case and its parameters
     * @param steps its packets to judge, in order
     * @param readBacks looks at destinations, in order
     * @param readBacksAfter the same looks, keyed by the id of the last exchange before them
     * @param application what the server application saw of it
     * @param downloads GETs and HEADs of replies, in order
     * @param closing how it ended
     */
    CaseHistory(
            CaseStart start,
            List<Step> steps,
            List<ReadBack> readBacks,
            Map<String, List<ReadBack>> readBacksAfter,
            Application application,
            List<Download> downloads,
            Closing closing) {
        this.start = start;
        this.steps = List.copyOf(steps);
        this.readBacks = List.copyOf(readBacks);
        this.readBacksAfter = Map.copyOf(readBacksAfter);
        this.application = application;
        this.downloads = List.copyOf(downloads);
        this.closing = closing;
        for (Step step : this.steps) {
            places.putIfAbsent(step.exchange().id(), places.size());
            sessions.computeIfAbsent(step.exchange().session(), handle -> new ArrayList<>())
                    .add(step);
        }
    }

    /** The case and its parameters. */
    public CaseStart start() {
        return start;
    }

    /** Its packets to judge, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** Looks at destinations, in order. */
    public List<ReadBack> readBacks() {
        return readBacks;
    }

    /** What the server application saw of it. */
    public Application application() {
        return application;
    }

    /** GETs and HEADs of replies, in order. */
    public List<Download> downloads() {
        return downloads;
    }

    /**
     * What is derived from the whole case, worked out when first asked for.
     *
     * @param kind its type, which names it
     * @param from how to work it out
     */
    public <T> T derived(Class<T> kind, Function<CaseHistory, T> from) {
        Object known = derived.get(kind);
        if (known == null) {
            known = from.apply(this);
            derived.put(kind, known);
        }
        return kind.cast(known);
    }

    /** How driving or observing it ended. */
    public CaseEnd end() {
        return closing.end;
    }

    /** The end of the client program that was started for it; empty if none was. */
    public Optional<ClientEnded> clientEnded() {
        return closing.client;
    }

    public String caseId() {
        return start.caseId();
    }

    /** The packets of one upload session, by its handle. */
    public List<Step> session(int handle) {
        return Collections.unmodifiableList(sessions.getOrDefault(handle, List.of()));
    }

    /** The notifications about one upload session, by its handle, in order. */
    public List<Notice> notices(int handle) {
        return application.notices.stream()
                .filter(notice -> notice.event().session() == handle)
                .toList();
    }

    /** The fragments with the last byte of an upload, in order. */
    public List<LastFragment> lastFragments() {
        if (lastFragments == null) {
            lastFragments = List.copyOf(findLastFragments());
        }
        return lastFragments;
    }

    private List<LastFragment> findLastFragments() {
        List<LastFragment> found = new ArrayList<>();
        for (Step step : steps) {
            if (LastFragment.is(step)) {
                int session = step.exchange().session();
                found.add(new LastFragment(
                        step,
                        notices(session).stream()
                                .filter(notice -> during(step, notice))
                                .toList(),
                        found.stream()
                                .filter(one -> one.step().exchange().session() == session)
                                .toList()));
            }
        }
        return found;
    }

    private static boolean during(Step step, Notice notice) {
        long received = notice.event().timing().receivedMicros();
        return step.exchange().timing().startedMicros() <= received
                && received <= step.exchange().timing().endedMicros();
    }

    /** The packets before one, in order. */
    public List<Step> before(Step step) {
        return steps.subList(0, places.getOrDefault(step.exchange().id(), steps.size()));
    }

    /** The Close-Session of a finished upload to the same URL before this packet; empty if there is none. */
    public Optional<Step> finishedUpload(Step step) {
        return before(step).stream()
                .filter(one -> one.is(PacketType.CLOSE_SESSION)
                        && one.request().target().equals(step.request().target())
                        && one.before().complete()
                        && one.after().stage() == SessionStage.CLOSED)
                .findFirst();
    }

    /** The look at the destination of a packet's session between this packet and the next; empty if there is none. */
    public Optional<ReadBack> readBackAfter(Step step) {
        return readBacksAfter.getOrDefault(step.exchange().id(), List.of()).stream()
                .filter(look -> look.session() == step.exchange().session())
                .findFirst();
    }

    /**
     * How far the life of a packet's session had gone before the packet. A Create-Session, and a Ping without a session
     * id, belong to none: for them it is the last session created at their URL.
     */
    public SessionStage stageBefore(Step step) {
        return switch (step.reference()) {
            case GIVEN, RESPELT, ELSEWHERE -> step.before().stage();
            case UNKNOWN -> SessionStage.NONE;
            case NONE ->
                step.is(PacketType.CREATE_SESSION) || step.is(PacketType.PING)
                        ? stageOnItsUrl(step)
                        : SessionStage.NONE;
        };
    }

    private SessionStage stageOnItsUrl(Step step) {
        List<Step> earlier = before(step);
        return last(earlier.stream()
                        .filter(one -> one.is(PacketType.CREATE_SESSION)
                                && one.request().target().equals(step.request().target())
                                && !one.after().isUnknown())
                        .toList())
                .flatMap(created -> last(earlier.stream()
                        .filter(one ->
                                one.exchange().session() == created.exchange().session())
                        .toList()))
                .map(one -> one.after().stage())
                .orElse(SessionStage.NONE);
    }

    private static Optional<Step> last(List<Step> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }
}
