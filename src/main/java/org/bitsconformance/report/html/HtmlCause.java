package org.bitsconformance.report.html;

import java.util.List;
import java.util.Set;
import org.bitsconformance.result.Cause;

/**
 * A named defect that explains broken requirements.
 *
 * @param shownBy up to {@link #MOST_EXCHANGES} exchanges that show it
 */
record HtmlCause(Cause cause, List<ShownBy> shownBy) {

    static final int MOST_EXCHANGES = 4;

    /**
     * An exchange that shows a cause.
     *
     * @param title packet type and status line; empty if the exchange is not in the result
     * @param caseId of its case; empty if the exchange is not in the result
     * @param onPage whether the page has the exchange itself
     */
    record ShownBy(String id, String title, String caseId, boolean onPage) {}

    static HtmlCause of(Cause cause, HtmlExchanges exchanges, Set<String> onPage) {
        return new HtmlCause(
                cause,
                cause.exchanges().stream()
                        .limit(MOST_EXCHANGES)
                        .map(id -> shownBy(id, exchanges, onPage))
                        .toList());
    }

    private static ShownBy shownBy(String id, HtmlExchanges exchanges, Set<String> onPage) {
        return exchanges
                .recorded(id)
                .map(exchange -> new ShownBy(id, HtmlExchanges.title(exchange), exchange.caseId(), onPage.contains(id)))
                .orElseGet(() -> new ShownBy(id, "", "", false));
    }
}
