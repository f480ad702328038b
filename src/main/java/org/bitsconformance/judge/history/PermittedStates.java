package org.bitsconformance.judge.history;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Request;

/**
 * The states that a session may be in, by what the documents permit and what was answered so far. Each answer removes
 * states. Once an answer fits none, the set is unknown and stays so: rules that need it no longer apply in that case.
 */
public final class PermittedStates {

    private static final int MOST_STATES = 1 << 16;

    private final Set<SessionState> states;
    private final Optional<Parts> parts;
    private final Optional<String> openSince;

    private PermittedStates(Set<SessionState> states, Optional<Parts> parts, Optional<String> openSince) {
        this.states = states;
        this.parts = parts;
        this.openSince = openSince;
    }

    private PermittedStates(Set<SessionState> states, Optional<Parts> parts) {
        this(states, parts, Optional.empty());
    }

    private PermittedStates(Set<SessionState> states) {
        this(states, Optional.empty(), Optional.empty());
    }

    static PermittedStates unknown() {
        return new PermittedStates(Set.of());
    }

    /** Nothing is known, so the server is blamed for nothing that follows. */
    static PermittedStates leftOpen(String why) {
        return new PermittedStates(Set.of(), Optional.empty(), Optional.of(why));
    }

    static PermittedStates created() {
        return new PermittedStates(Set.of(SessionState.CREATED));
    }

    /** Which packet left the session's state open and why, as a clause; empty if none did. */
    public Optional<String> leftOpenBy() {
        return openSince;
    }

    public boolean isUnknown() {
        return states.isEmpty() && parts.isEmpty();
    }

    /** The states; of parts, only the ends. */
    private Stream<SessionState> shown() {
        return Stream.concat(states.stream(), parts.stream().flatMap(Parts::ends));
    }

    /** Whether the session is certainly open and waiting for the first byte of a range of its upload. */
    public boolean expects(ContentRange range) {
        return all(state -> state.open() && state.next() == range.first() && state.hasTotalOf(range));
    }

    /** Whether the session is certainly open and waiting for a byte before a range of its upload. */
    public boolean expectsBefore(ContentRange range) {
        return all(state -> state.open() && state.next() < range.first() && state.hasTotalOf(range));
    }

    /** Whether the session is certainly open and waiting for a byte after the first byte of a range. */
    public boolean expectsAfter(ContentRange range) {
        return all(state -> state.open() && state.next() > range.first() && state.hasTotalOf(range));
    }

    /** Whether the session is certainly open and may be waiting for the first byte of a range, among others. */
    public boolean mayExpect(ContentRange range) {
        return open()
                && (shown().anyMatch(state -> state.next() == range.first())
                        || parts.filter(some -> some.hold(range.first())).isPresent())
                && shown().anyMatch(state -> state.next() != range.first());
    }

    /** Whether the session is certainly open and every byte has arrived. */
    public boolean complete() {
        return all(state -> state.open() && state.complete());
    }

    /**
     * Whether every byte has arrived, if the session is still open. A Close-Session whose answer was lost may have
     * ended it, but no Cancel-Session.
     */
    public boolean completeIfOpen() {
        return shown().anyMatch(SessionState::open)
                && shown().allMatch(state -> state.complete() && state.phase() != SessionState.Phase.CANCELLED);
    }

    /** Whether the session is certainly open, with bytes still missing. */
    public boolean incomplete() {
        return all(state -> state.open() && !state.complete());
    }

    /** Whether the session may have been closed or cancelled. */
    public boolean mayHaveEnded() {
        return shown().anyMatch(state -> !state.open());
    }

    /** Whether the session has certainly been closed or cancelled. */
    public boolean ended() {
        return all(state -> !state.open());
    }

    /** Whether a total differs from every total that earlier fragments may have stated. */
    public boolean hasOtherTotalThan(long total) {
        return shown().anyMatch(
                        state -> state.total().isPresent() && state.total().getAsLong() != total);
    }

    /** Whether the session has certainly been neither closed nor cancelled. */
    public boolean open() {
        return all(SessionState::open);
    }

    /** Whether the session has certainly been closed. */
    public boolean closed() {
        return all(state -> state.phase() == SessionState.Phase.CLOSED);
    }

    /** Whether the session has certainly been cancelled, with bytes still missing. */
    public boolean cancelledEarly() {
        return all(state -> state.phase() == SessionState.Phase.CANCELLED && !state.complete());
    }

    /** How far the session's life has certainly gone; unknown if the possible states disagree. */
    public SessionStage stage() {
        Set<SessionStage> stages = shown().map(SessionState::stage).collect(Collectors.toSet());
        return stages.size() == 1 ? stages.iterator().next() : SessionStage.NOT_KNOWN;
    }

    /**
     * The offsets that an answer of this status to a fragment may name; of those in {@link #partsAfter}, only the
     * special ones.
     */
    public Set<Long> offsetsAfter(Request request, int status) {
        return special(request, OptionalLong.empty())
                .flatMap(state -> Transitions.of(state, request).stream())
                .filter(permitted -> permitted.statuses().contains(status))
                .map(Permitted::receivedRange)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The offsets that an answer of this status to a fragment may name, if they are too many for a set. */
    public Optional<ContentRange> partsAfter(Request request, int status) {
        return parts.flatMap(some -> some.named(request, status));
    }

    /** The states after an answer; unknown if no document permits it in any possible state. */
    PermittedStates after(Request request, Answer answer) {
        if (openSince.isPresent()) {
            return this;
        }
        OptionalLong offset = Permitted.offset(answer);
        return new PermittedStates(
                next(request, offset, permitted -> permitted.explains(answer.status(), offset)),
                parts.flatMap(some -> some.after(request, answer)));
    }

    private Stream<SessionState> special(Request request, OptionalLong named) {
        return Stream.concat(states.stream(), parts.stream().flatMap(some -> some.special(request, named)));
    }

    /**
     * The states after a request whose answer says nothing: it was carried out or not. Of a fragment that was cut off,
     * the server may have kept any part of what was sent. All parts end at the same byte, so the longest includes the
     * others.
     */
    PermittedStates afterSilence(Request request) {
        return afterSilence(
                request,
                state -> request.contentRange()
                                .filter(range -> request.bodyLength() < range.length())
                                .isPresent()
                        ? Transitions.partsKept(state, request)
                        : 0);
    }

    /** The states after a request that the suite broke off: as after silence, but parts count for a whole fragment too. */
    PermittedStates afterBreakingOff(Request request) {
        return afterSilence(request, state -> Transitions.partsKept(state, request));
    }

    private PermittedStates afterSilence(Request request, ToLongFunction<SessionState> partsKept) {
        if (openSince.isPresent()) {
            return this;
        }
        Set<SessionState> possible = new LinkedHashSet<>(states);
        possible.addAll(next(request, OptionalLong.empty(), permitted -> true));
        Optional<SessionState> first = Stream.concat(
                        states.stream(), parts.stream().map(some -> some.at(some.from())))
                .max(Comparator.comparingLong(partsKept));
        long kept = first.map(partsKept::applyAsLong).orElse(0L);
        if (parts.isPresent() || possible.size() + kept > MOST_STATES) {
            return new PermittedStates(possible, kept == 0 ? parts : Optional.of(more(first.get(), kept, request)));
        }
        for (long part = 1; part <= kept; part++) {
            possible.add(first.get()
                    .at(
                            first.get().next() + part,
                            request.contentRange().orElseThrow().total()));
        }
        return new PermittedStates(possible);
    }

    /** The parts so far, and those with up to this many more bytes than a state has. */
    private Parts more(SessionState first, long kept, Request request) {
        Parts more = new Parts(
                first.next() + 1,
                first.next() + kept,
                request.contentRange().orElseThrow().total());
        return parts.map(more::and).orElse(more);
    }

    /** The states that wait for the byte that a success answer names, if there are any; otherwise all. */
    PermittedStates waitingFor(Answer answer) {
        OptionalLong offset = Permitted.offset(answer);
        Set<SessionState> named = Stream.concat(
                        states.stream(),
                        parts.stream()
                                .flatMap(some ->
                                        offset.stream().filter(some::hold).mapToObj(some::at)))
                .filter(state -> answer.success())
                .filter(state -> OptionalLong.of(state.next()).equals(offset))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return named.isEmpty() ? this : new PermittedStates(named);
    }

    private Set<SessionState> next(Request request, OptionalLong named, Predicate<Permitted> fits) {
        return special(request, named)
                .flatMap(state -> Transitions.of(state, request).stream())
                .filter(fits)
                .map(Permitted::next)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean all(Predicate<SessionState> condition) {
        return !isUnknown() && shown().allMatch(condition);
    }

    /** The one offset that the server can be waiting for; empty if there are several, or none is known. */
    public Optional<Long> offset() {
        Set<Long> offsets = shown().map(SessionState::next).collect(Collectors.toSet());
        return offsets.size() == 1 ? Optional.of(offsets.iterator().next()) : Optional.empty();
    }

    @Override
    public String toString() {
        return isUnknown()
                ? "unknown"
                : states + parts.map(some -> " and " + some).orElse("");
    }
}
