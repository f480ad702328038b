package org.bitsconformance.run;

import java.util.Optional;

/**
 * The options of judging without a server, as the user typed them and not yet checked.
 *
 * @param source folder of a run, or a HAR file
 * @param dialect which document decides; if empty, as in the run
 * @param strict whether a broken SHOULD fails
 * @param baseline a file of known failures
 * @param out folder of the reports
 */
public record JudgeRequest(
        String source, Optional<String> dialect, boolean strict, Optional<String> baseline, Optional<String> out) {}
