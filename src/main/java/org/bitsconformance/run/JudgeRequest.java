package org.bitsconformance.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of judging without a server, as the user typed them and not yet checked.
 *
 * @param source what to judge
 * @param dialect which document decides; if empty, as in the run
 * @param strict whether a broken SHOULD fails
 * @param baseline a file of known failures
 * @param out folder of the reports
 */
public record JudgeRequest(
        Source source, Optional<String> dialect, boolean strict, Optional<String> baseline, Optional<String> out) {

    /** For a folder of a run, or a HAR or SAZ file. */
    public JudgeRequest(
            String source, Optional<String> dialect, boolean strict, Optional<String> baseline, Optional<String> out) {
        this(Source.of(Optional.of(source), Optional.empty(), Optional.empty()), dialect, strict, baseline, out);
    }

    /**
     * Where the packets are.
     *
     * @param requests folder of a run, a HAR or SAZ file, or what the client of a connection sent
     * @param answers what the server sent on that connection; empty for the other three
     */
    public record Source(Path requests, Optional<Path> answers) {

        /**
         * From the command line.
         *
         * @param name folder or file
         * @param sent the file of {@code --requests}
         * @param received the file of {@code --answers}
         * @throws UsageException when these are not one of the ways to name packets, or not valid paths
         */
        public static Source of(Optional<String> name, Optional<String> sent, Optional<String> received) {
            if (sent.isPresent() != received.isPresent()) {
                throw new UsageException("--requests and --answers are the two directions of a connection: give both");
            }
            if (name.isPresent() == sent.isPresent()) {
                throw new UsageException(
                        name.isPresent()
                                ? "give a folder or file, or --requests and --answers, not both"
                                : "give the folder of a run, a HAR or SAZ file, or --requests and --answers");
            }
            return new Source(
                    Rejudged.path("judge", name.or(() -> sent).orElseThrow()),
                    received.map(text -> Rejudged.path("judge", text)));
        }
    }
}
