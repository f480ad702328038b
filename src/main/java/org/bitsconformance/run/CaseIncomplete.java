package org.bitsconformance.run;

/** Tells JUnit that a case should have been judged and was not: an error, neither a failure nor a skip. */
final class CaseIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseIncomplete(String reason) {
        super("incomplete: " + reason, null, false, false);
    }
}
