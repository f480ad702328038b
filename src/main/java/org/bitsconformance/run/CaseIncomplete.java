package org.bitsconformance.run;

/** Tells JUnit that a case should have been judged but was not: an error, not a failure or a skip. */
final class CaseIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseIncomplete(String reason) {
        super("incomplete: " + reason, null, false, false);
    }
}
