package org.bitsconformance.cli;

import java.io.PrintWriter;
import org.bitsconformance.run.Suite;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code bits-conformance}. */
@Command(
        name = "bits-conformance",
        description = "Conformance test suite for the BITS upload protocol.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 80,
        subcommands = {
            RunCommand.class,
            JudgeCommand.class,
            ReproduceCommand.class,
            CompareCommand.class,
            ListCommand.class,
            RequirementsCommand.class,
            ExplainCommand.class,
            FingerprintsCommand.class,
            ServeCommand.class,
            FaultsCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 conformant, 1 nonconformant, 2 wrong command, plan, target file",
            "or baseline, 3 incomplete."
        })
public final class Main implements Runnable {

    /** Exit code for a wrong command, plan or target file. */
    static final int WRONG_USAGE = 2;

    /** Exit code for what was to be judged and was not. */
    static final int INCOMPLETE = 3;

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; see bits-conformance --help");
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        String message = e instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().get(0), e.getCommandLine())
                : e.getMessage();
        return say(e.getCommandLine(), message, WRONG_USAGE);
    }

    private static String unknown(String word, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String help = "; see " + spec.qualifiedName() + " --help";
        if (word.startsWith("-")) {
            String suggestion = Suggestion.among(word, spec.optionsMap().keySet().stream());
            return "unknown option \"" + word + "\"" + (suggestion.isEmpty() ? help : suggestion);
        }
        if (spec.subcommands().isEmpty()) {
            return "unexpected argument \"" + word + "\"" + help;
        }
        String suggestion = Suggestion.among(word, spec.subcommands().keySet().stream());
        return "unknown command \"" + word + "\"" + (suggestion.isEmpty() ? help : suggestion);
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return e instanceof UsageException
                ? say(command, e.getMessage(), WRONG_USAGE)
                : say(command, "error of the suite: " + e, INCOMPLETE);
    }

    private static int say(CommandLine command, String message, int exitCode) {
        PrintWriter err = command.getErr();
        err.println("bits-conformance: " + message.replaceAll("\\s*\\R\\s*", "; "));
        err.flush();
        return exitCode;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Suite.name() + " " + Suite.version()};
        }
    }
}
