package org.bitsconformance.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.bitsconformance.cli.console.LocaleCheck;
import org.bitsconformance.cli.console.StandardOutput;
import org.bitsconformance.cli.console.Suggestion;
import org.bitsconformance.cli.console.Terminal;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.Suite;
import org.bitsconformance.run.UsageException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
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
        footer = {
            "",
            "Exit codes: 0 conformant, 1 nonconformant, 2 wrong command, plan, target file or baseline, 3 incomplete."
        })
public final class Main implements Runnable {

    /** Exit code for a wrong command, plan or target file. */
    public static final int WRONG_USAGE = 2;

    /** Exit code if something should have been judged but was not. */
    static final int INCOMPLETE = 3;

    /** The commands that start a run, which an unexpected failure leaves incomplete. */
    private static final Set<String> DRIVE = Set.of("run", "learn", "observe", "reproduce");

    /** Every command, in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            JudgeCommand.class,
            MergeCommand.class,
            ReproduceCommand.class,
            LearnCommand.class,
            ObserveCommand.class,
            CompareCommand.class,
            ListCommand.class,
            RequirementsCommand.class,
            ExplainCommand.class,
            FingerprintsCommand.class,
            ServeCommand.class,
            FaultsCommand.class,
            StimuliCommand.class,
            GenerateCompletion.class);

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private static final Pattern URL = Pattern.compile("(?i)https?://");

    /** Hides what is before the host, which may be a password. */
    private static final Pattern WITHOUT_USER = Pattern.compile("//[^/]*@");

    static {
        // Picocli looks for closures of Groovy, and so starts it: 0.2 s before the first packet. No command has any.
        System.setProperty("picocli.disable.closures", "true");
    }

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, escaped) -> unexpected(escaped));
        System.exit(exitCode(arguments, StandardOutput.ofProcess()));
    }

    /** Always ends with an exit code, and after a failure with one line on standard error. */
    @SuppressWarnings("CatchingUnchecked")
    private static int exitCode(String[] arguments, StandardOutput standard) {
        try {
            Optional<String> lost = LocaleCheck.complaint(arguments, System.getProperty("user.dir"));
            if (lost.isPresent()) {
                errLine(lost.get());
                return WRONG_USAGE;
            }
            CommandLine command = commandLine(arguments)
                    .setColorScheme(Help.defaultColorScheme(Terminal.colours()))
                    .setOut(standard.writer());
            int exitCode = command.execute(arguments);
            command.getOut().flush();
            if (standard.failure().isEmpty()) {
                return exitCode;
            }
            errLine("standard output cannot be written: " + standard.failure().get());
            return arguments.length > 0 && DRIVE.contains(arguments[0]) ? INCOMPLETE : WRONG_USAGE;
        } catch (Throwable e) {
            unexpected(e);
            return INCOMPLETE;
        }
    }

    /** One line says that something failed unexpectedly; what fails in other threads as a consequence adds none. */
    @SuppressWarnings("CatchingUnchecked")
    private static void unexpected(Throwable e) {
        try {
            if (!SAID.getAndSet(true)) {
                errLine(escaped(e));
            }
        } catch (Throwable again) {
            SAID.set(false); // too little memory to say it; another thread may have enough
        }
    }

    /** What is shown of a failure that the suite does not expect. */
    static String escaped(Throwable e) {
        return e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError
                ? "out of memory: give Java more than " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB, such as java -Xmx1g -jar …"
                : "error of the suite: " + e;
    }

    private static void errLine(String message) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        err.println(line(message));
    }

    private static String line(String message) {
        return "bits-conformance: " + message.replaceAll("\\s*\\R\\s*", "; ");
    }

    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /** Describing the commands that are not used would take a tenth of the time to the first packet. */
    private static CommandLine commandLine(String... arguments) {
        boolean run = arguments.length > 0 && arguments[0].equals("run");
        return commandLine(run ? List.of(RunCommand.class) : COMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine main = new CommandLine(new Main());
        commands.forEach(main::addSubcommand);
        return main.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
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
        if (URL.matcher(word).lookingAt() && spec.findOption("--url") != null) {
            String url = WITHOUT_USER.matcher(word).replaceFirst("//");
            return "unexpected argument \"" + url + "\"; did you mean --url " + url + "?";
        }
        if (spec.subcommands().isEmpty()) {
            return "unexpected argument \"" + word + "\"" + help;
        }
        String suggestion = Suggestion.among(word, spec.subcommands().keySet().stream());
        return "unknown command \"" + word + "\"" + (suggestion.isEmpty() ? help : suggestion);
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof UsageException) {
            return say(command, e.getMessage(), WRONG_USAGE);
        }
        return say(command, e instanceof OutputException ? e.getMessage() : escaped(e), INCOMPLETE);
    }

    private static int say(CommandLine command, String message, int exitCode) {
        PrintWriter err = command.getErr();
        err.println(line(message));
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
