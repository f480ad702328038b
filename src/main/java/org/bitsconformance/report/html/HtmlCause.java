package org.bitsconformance.report.html;

import java.util.List;
import java.util.Set;
import org.bitsconformance.result.Cause;

/**
 * A named defect that explains broken requirements.
 *
 * @param explains the requirements, all of which the page has
 * @param shownBy up to {@link #MOST_EXCHANGES} exchanges that show it
 * @param more how many exchanges more
 */
record HtmlCause(String id, String title, String change, List<String> explains, List<ShownBy> shownBy, int more) {

    static final int MOST_EXCHANGES = 4;

    /**
     * An exchange that shows a cause.
     *
     * @param title kind of packet and status line; empty where the exchange is not in the result
     * @param caseId of its case; empty where the exchange is not in the result
     * @param onPage whether the page has the exchange itself
     */
    record ShownBy(String id, String title, String caseId, boolean onPage) {}

    static HtmlCause of(Cause cause, HtmlExchanges exchanges, Set<String> onPage) {
        return new HtmlCause(
                cause.id(),
                cause.title(),
                cause.change(),
                cause.explains(),
                cause.exchanges().stream()
                        .limit(MOST_EXCHANGES)
                        .map(id -> shownBy(id, exchanges, onPage))
                        .toList(),
                Math.max(0, cause.exchanges().size() - MOST_EXCHANGES));
    }

    private static ShownBy shownBy(String id, HtmlExchanges exchanges, Set<String> onPage) {
        return exchanges
                .recorded(id)
                .map(exchange -> new ShownBy(id, HtmlExchanges.title(exchange), exchange.caseId(), onPage.contains(id)))
                .orElseGet(() -> new ShownBy(id, "", "", false));
    }
}
