package org.bitsconformance.judge.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/** All packets of a client to one URL, in order, each with the upload session that it belongs to. */
final class ClientConversation {

    private static final int UNAUTHORIZED = 401;
    private static final int OF_PROXY = 407;

    private final CaseHistory history;
    private final List<Turn> turns = new ArrayList<>();
    private final List<ClientSession> sessions = new ArrayList<>();
    private List<Turn> demands;

    private ClientConversation(CaseHistory history) {
        this.history = history;
        for (Step step : history.steps()) {
            add(step);
        }
    }

    static ClientConversation of(CaseHistory history) {
        return history.derived(ClientConversation.class, ClientConversation::new);
    }

    CaseHistory history() {
        return history;
    }

    List<Turn> turns() {
        return turns;
    }

    /** The sessions that the server gave so far or later, in order; those from before the observation are not known. */
    List<ClientSession> sessions() {
        return sessions;
    }

    /** The packets that were answered with a demand for credentials, in order; found once. */
    List<Turn> demands() {
        if (demands == null) {
            demands = turns.stream()
                    .filter(turn -> turn.answeredWith(UNAUTHORIZED, OF_PROXY))
                    .toList();
        }
        return demands;
    }

    private void add(Step step) {
        Optional<ClientSession> named = step.request().sessionId().flatMap(this::session);
        Optional<ContentRange> range =
                step.is(PacketType.FRAGMENT) ? step.request().contentRange() : Optional.empty();
        Turn turn = new Turn(this, turns.size(), step, named, range);
        turns.add(turn);
        named.ifPresent(session -> session.add(turn));
        if (turn.is(PacketType.CREATE_SESSION)) {
            step.answer()
                    .filter(Answer::success)
                    .flatMap(answer -> answer.headers().first(BitsHeaders.SESSION_ID))
                    .filter(id -> !id.isEmpty())
                    .ifPresent(id -> sessions.add(new ClientSession(id, turn)));
        }
    }

    /** The last session that the server gave this id; other braces or another letter case make no difference here. */
    private Optional<ClientSession> session(String id) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).isNamed(id)) {
                return Optional.of(sessions.get(i));
            }
        }
        return Optional.empty();
    }
}
