/** The result of a run: findings, verdicts of cases, requirements and the run, and the ledger that adds them up. */
package org.bitsconformance.result;
