package org.bitsconformance.result;

import java.util.List;
import org.bitsconformance.transcript.Exchange;

/**
 * One time that a case was driven. A case that fails is driven again, on a fresh session.
 *
 * @param verdict what the case would come to by this drive alone
 * @param reason in a sentence; empty for a pass
 * @param exchanges what crossed the wire, clean-up included
 */
public record Drive(Verdict verdict, String reason, List<Exchange> exchanges) {

    public Drive {
        exchanges = List.copyOf(exchanges);
    }
}
