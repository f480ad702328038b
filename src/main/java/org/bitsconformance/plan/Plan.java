package org.bitsconformance.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.NotificationSettings;

/**
 * A test plan: which scenarios to run.
 *
 * @param name a short name; verdict lines show it
 * @param title what the plan is for, on one line
 * @param include globs of scenario ids, at least one; see {@link Selection}
 * @param exclude globs of scenario ids to leave out again; may be empty
 * @param timeout from the last byte of a request to the last byte of its Ack, unless the command line says otherwise
 * @param budget how much a run may send
 * @param notification how the embedded reference server notifies a server application if this plan drives it
 */
public record Plan(
        String name,
        String title,
        List<String> include,
        List<String> exclude,
        Optional<Duration> timeout,
        Budget budget,
        NotificationSettings.Type notification) {
    public Plan {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The ids that the plan selects from those of all scenarios. */
    public Selection select(Collection<String> ids) {
        return Selection.of(include, exclude, ids);
    }
}
