package org.bitsconformance.report.html;

import org.bitsconformance.report.document.RequirementReport;
import org.bitsconformance.result.RequirementResult;

/**
 * A row of the table of requirements.
 *
 * @param reason with the number of further incomplete cases
 * @param shownAt id of the part of the page that shows how it was broken; empty if there is none
 */
record HtmlRequirement(RequirementReport entry, String reason, String shownAt) {

    static HtmlRequirement of(RequirementReport entry, RequirementResult result) {
        String shownAt = result.brokenKnown() ? "baseline" : "";
        return new HtmlRequirement(
                entry,
                result.countedReason(),
                result.brokenUnknown() ? "broken-" + entry.asked().id() : shownAt);
    }
}
