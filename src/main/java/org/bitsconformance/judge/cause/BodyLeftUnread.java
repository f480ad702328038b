package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.history.Step;

/** The body of a packet stays on the connection, where it is read as the beginning of the next request. */
public final class BodyLeftUnread implements CauseFinder {

    @Override
    public String id() {
        return "body-left-unread";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        List<Step> unread = evidence.steps(
                step -> evidence.broken(step, finding -> finding.requirement().equals("answer.body-read")));
        return Shown.by(unread, finding -> finding.requirement().equals("answer.body-read"));
    }
}
