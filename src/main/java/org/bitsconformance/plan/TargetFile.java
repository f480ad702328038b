package org.bitsconformance.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.target.Target;

/**
 * A target file: the target that it describes, and what it says about a run. An empty value was not given; command line
 * options take precedence over the file.
 *
 * @param name what people call the target
 * @param target its time limit counts only if {@code timeout} has it
 * @param timeout from the last byte of a request to the last byte of its Ack
 * @param dialect which document decides
 * @param parallel how many cases may run at once, from 1 to 64
 */
public record TargetFile(
        Optional<String> name,
        Target target,
        Optional<Duration> timeout,
        Optional<Dialect> dialect,
        OptionalInt parallel) {

    /**
     * Loads a target file. Relative paths in it are resolved against its folder.
     *
     * @param file the file, as the user names it
     * @param environment the value of an environment variable by its name, null if there is none; such as
     *     {@code System::getenv}
     * @throws InvalidFileException if there is no such file, or it is not a valid target file
     */
    public static TargetFile load(String file, UnaryOperator<String> environment) {
        return TargetFileParser.parse(TextFile.read(file), new Environment(environment));
    }
}
