package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command printed when run in this process.
 *
 * @param exitCode of the command
 * @param out on the standard output
 * @param err on the standard error
 */
public record CommandOutput(int exitCode, String out, String err) {

    public static CommandOutput of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        return new CommandOutput(exitCode, out.toString(), err.toString());
    }
}
