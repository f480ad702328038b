package org.bitsconformance.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code run}, as the command line knows them. */
final class RunOptions {

    private RunOptions() {}

    /** All but those that only print help. */
    static List<OptionSpec> all() {
        return command().getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    /** Their names without the hyphens before them. */
    static List<String> names() {
        return all().stream().map(RunOptions::name).toList();
    }

    static String name(OptionSpec option) {
        return option.longestName().substring("--".length());
    }

    /** What {@code bits-conformance} makes of arguments that begin with {@code run}. */
    static ParseResult parsed(List<String> arguments) {
        return Main.commandLine().parseArgs(arguments.toArray(String[]::new)).subcommand();
    }

    private static CommandLine command() {
        return Main.commandLine().getSubcommands().get("run");
    }
}
