package org.bitsconformance.judge.book;

import org.bitsconformance.judge.dialect.Reading;

/**
 * A reading of a conflict of the documents that was seen.
 *
 * @param conflict id of the conflict
 * @param reading which reading
 * @param times how often
 * @param caseId id of the case in which it was seen first
 * @param exchange id of the exchange that showed it first
 */
public record ReadingSeen(String conflict, Reading reading, int times, String caseId, String exchange) {

    ReadingSeen again() {
        return new ReadingSeen(conflict, reading, times + 1, caseId, exchange);
    }
}
