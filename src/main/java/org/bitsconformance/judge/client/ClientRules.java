package org.bitsconformance.judge.client;

import java.util.List;
import org.bitsconformance.judge.CaseRule;

/** Rules about what a client sends. A case holds the packets of one client for one upload, in the order of sending. */
public final class ClientRules {

    private static final List<CaseRule> RULES = List.of();

    private ClientRules() {}

    /** All of them. */
    public static List<CaseRule> all() {
        return RULES;
    }
}
