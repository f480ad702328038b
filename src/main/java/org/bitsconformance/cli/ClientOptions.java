package org.bitsconformance.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.cli.console.Suggestion;
import org.bitsconformance.observe.ClientCommand;
import org.bitsconformance.observe.ClientTrial;
import org.bitsconformance.plan.ByteSizes;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.plan.Selection;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.reference.stimulus.Confronting;
import org.bitsconformance.reference.stimulus.Stimuli;
import org.bitsconformance.reference.stimulus.Stimulus;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of {@code observe} about what the reference server confronts clients with, and the client that it runs. */
final class ClientOptions {

    private static final int LARGEST = 64 << 20;
    private static final String USUAL_USER = "observer:open-sesame";

    @Option(
            names = "--stimulus",
            paramLabel = "ID",
            description = "What the reference server confronts clients with; see the command stimuli. With COMMAND a"
                    + " glob, repeatable; by default all.")
    private List<String> stimuli = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Size of the file that COMMAND uploads, such as 4 MiB; default 300 KB.")
    private Optional<String> size = Optional.empty();

    @Option(
            names = "--client-timeout",
            paramLabel = "DURATION",
            description = "How long COMMAND may run for one upload; default 60s.")
    private Optional<String> timeout = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "USER:PASSWORD",
            description = "What the reference server wants where a stimulus asks for credentials; default " + USUAL_USER
                    + ".")
    private Optional<String> user = Optional.empty();

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "A client, after --, that is run for each stimulus with {url}, {file}, {size}, {user} and"
                    + " {password} filled in.")
    private List<String> command = new ArrayList<>();

    /** Refuses what says nothing to a server of the user's own. */
    void refuseUpstream() {
        refuseUpstream(!command.isEmpty(), "COMMAND");
        refuseUpstream(!stimuli.isEmpty(), "--stimulus");
        refuseUpstream(size.isPresent(), "--size");
        refuseUpstream(timeout.isPresent(), "--client-timeout");
        refuseUpstream(user.isPresent(), "--user");
    }

    private static void refuseUpstream(boolean given, String what) {
        if (given) {
            throw new UsageException(what + " needs the reference server; leave out --upstream");
        }
    }

    /** The client to run; empty if clients come by themselves. */
    Optional<ClientCommand> program() {
        if (command.isEmpty()) {
            if (size.isPresent() || timeout.isPresent()) {
                throw new UsageException(
                        (size.isPresent() ? "--size" : "--client-timeout") + " is about COMMAND; give one after --");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(new ClientCommand(command));
        } catch (IllegalArgumentException e) {
            throw new UsageException("COMMAND " + e.getMessage());
        }
    }

    /** What the reference server confronts clients with on paths that name no stimulus; who is known to it. */
    Confronting confronting() {
        if (!command.isEmpty() || stimuli.isEmpty()) {
            return new Confronting(Optional.empty(), user());
        }
        if (stimuli.size() > 1) {
            throw new UsageException("--stimulus can be given once without COMMAND; an upload to "
                    + Confronting.path("ID", "NAME") + " meets any of them");
        }
        return new Confronting(Optional.of(named(stimuli.get(0))), user());
    }

    private static Stimulus named(String id) {
        return Stimuli.named(id).orElseThrow(() -> unknown(id));
    }

    private static UsageException unknown(String id) {
        return new UsageException("no stimulus is called \"" + id + "\"; see the command stimuli"
                + Suggestion.among(id, Stimuli.all().stream().map(Stimulus::id)));
    }

    /** Ids of the stimuli that the client meets, in the order of their file. */
    List<String> selected() {
        List<String> all = Stimuli.all().stream().map(Stimulus::id).toList();
        Selection selection = Selection.of(stimuli.isEmpty() ? List.of("*") : stimuli, List.of(), all);
        selection.unmatched().stream().findFirst().ifPresent(glob -> {
            throw unknown(glob);
        });
        return selection.ids();
    }

    /** In bytes. */
    int size() {
        long bytes = size.map(text -> RunPreparation.option("--size", text, ByteSizes::parse))
                .orElse(300_000L);
        if (bytes > LARGEST) {
            throw new UsageException("--size must be at most 64 MiB, not \"" + size.orElse("") + "\"");
        }
        return (int) bytes;
    }

    /** The settings of each run of the client. */
    ClientTrial.Settings settings() {
        Duration limit = timeout.map(text -> RunPreparation.option("--client-timeout", text, Durations::parse))
                .orElse(Duration.ofSeconds(60));
        return new ClientTrial.Settings(limit, user().name(), user().password());
    }

    private User user() {
        String pair = user.orElse(USUAL_USER);
        int colon = pair.indexOf(':');
        if (colon < 1 || colon == pair.length() - 1) {
            throw new UsageException("--user must be USER:PASSWORD, both of at least one character");
        }
        return new User(pair.substring(0, colon), pair.substring(colon + 1), true);
    }
}
