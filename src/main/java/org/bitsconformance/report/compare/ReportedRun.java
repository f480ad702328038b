package org.bitsconformance.report.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as its {@code report.json} tells of it.
 *
 * @param folder as it was named
 * @param url of the target
 * @param server what the target says it is
 * @param suite name and version of what judged it
 * @param plan name of the test plan
 * @param askedDialect which document decided
 * @param observedDialect which document the target was seen to follow
 * @param startedAt ISO 8601
 * @param verdict in a word
 * @param reason why it is not conformant; empty where it is
 * @param requirements by id, in the order of the report
 * @param dialect what was seen of each conflict of the documents, by id
 * @param capabilities what is known of each capability, by name
 */
public record ReportedRun(
        String folder,
        String url,
        Optional<String> server,
        String suite,
        String plan,
        String askedDialect,
        String observedDialect,
        String startedAt,
        String verdict,
        String reason,
        Map<String, ReportedRequirement> requirements,
        Map<String, Entry> dialect,
        Map<String, Entry> capabilities) {

    /**
     * Something that a run says in a word.
     *
     * @param title what it is about; may be empty
     * @param value empty where nothing was seen
     */
    public record Entry(String title, String value) {}

    /**
     * Reads the reports of several runs.
     *
     * @param folders of runs, or their {@code report.json}
     * @throws UnreadableReportException when one is missing or is no report of a version that is known
     */
    public static List<ReportedRun> read(List<Path> folders) throws UnreadableReportException {
        ReportedRun[] runs = new ReportedRun[folders.size()];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new ReportReader(folders.get(i)).read();
        }
        return List.of(runs);
    }
}
