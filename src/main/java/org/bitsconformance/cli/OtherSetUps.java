package org.bitsconformance.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.target.NotificationSettings;

/**
 * The commands that set up the embedded server in other ways. One server cannot show everything: it either notifies a
 * server application, by reference or by value, or lets files be read back that do not depend on an application.
 */
final class OtherSetUps {

    private static final List<NotificationSettings.Type> ALL = List.of(
            NotificationSettings.Type.REFERENCE, NotificationSettings.Type.NONE, NotificationSettings.Type.VALUE);

    private OtherSetUps() {}

    /** All except {@code here}, in words; empty for a run of less than its plan. */
    static Optional<String> of(RunRequest request, NotificationSettings.Type here) {
        RunRequest.Cases cases = request.cases();
        boolean part = !cases.only().isEmpty()
                || !cases.skip().isEmpty()
                || cases.shard().isPresent();
        NotificationSettings.Type usual = RunPreparation.embeddedNotification(request);
        String run = Stream.concat(
                        Stream.of("bits-conformance run"),
                        cases.plan().filter(plan -> !plan.equals("full")).map(plan -> "--plan " + plan).stream())
                .collect(Collectors.joining(" "));
        return part
                ? Optional.empty()
                : Optional.of(ALL.stream()
                        .filter(how -> how != here)
                        .map(how -> how == usual ? run : run + " --notification " + how.word())
                        .collect(Collectors.joining(" and ")));
    }
}
