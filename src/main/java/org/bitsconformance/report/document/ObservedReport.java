package org.bitsconformance.report.document;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.ObservedUpload;
import org.bitsconformance.transcript.ClientEnded;

/**
 * An upload of somebody else's client.
 *
 * @param stimulus id of what its client was confronted with; empty if with nothing
 * @param happened what that is, in a sentence
 * @param wanted what the documents want the client to do then
 * @param rightEnd how the upload may end: with the file at its destination, with an error, or in either way; the words
 *     are those of {@code stimuli.yaml}
 * @param did what the client did, in a sentence
 * @param exitCode of its program; empty if none was started for the upload, or if it was killed
 * @param arrived what was at the destination when its program ended: {@code nothing}, {@code complete}, {@code partial}
 *     or {@code different}; empty if none was started
 */
public record ObservedReport(
        Optional<String> stimulus,
        Optional<String> happened,
        Optional<String> wanted,
        Optional<String> rightEnd,
        String did,
        OptionalInt exitCode,
        Optional<String> arrived) {

    static Optional<ObservedReport> of(CaseResult result) {
        return ObservedUpload.of(result).map(upload -> {
            Optional<StimulusText> text = upload.text();
            return new ObservedReport(
                    upload.stimulus(),
                    upload.happened(),
                    text.map(StimulusText::wants),
                    text.map(one -> one.end().word()),
                    upload.did(),
                    upload.ended().map(ClientEnded::exitCode).orElse(OptionalInt.empty()),
                    upload.ended().map(program -> program.arrived().name().toLowerCase(Locale.ROOT)));
        });
    }
}
