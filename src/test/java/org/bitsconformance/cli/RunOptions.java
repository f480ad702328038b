package org.bitsconformance.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code run}, as on the command line. */
public final class RunOptions {

    private RunOptions() {}

    /** All options except those that only print help. */
    public static List<OptionSpec> all() {
        return command().getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    /** Their names without leading hyphens. */
    public static List<String> names() {
        return all().stream().map(RunOptions::name).toList();
    }

    /** The names of the options of {@code observe}, without leading hyphens. */
    public static List<String> namesOfObserve() {
        return Main.commandLine().getSubcommands().get("observe").getCommandSpec().options().stream()
                .map(RunOptions::name)
                .toList();
    }

    public static String name(OptionSpec option) {
        return option.longestName().substring("--".length());
    }

    /** How {@code bits-conformance} parses arguments that begin with {@code run}. */
    public static ParseResult parsed(List<String> arguments) {
        return Main.commandLine().parseArgs(arguments.toArray(String[]::new)).subcommand();
    }

    private static CommandLine command() {
        return Main.commandLine().getSubcommands().get("run");
    }
}
