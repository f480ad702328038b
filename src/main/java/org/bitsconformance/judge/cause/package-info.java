/** Causes: named defects that explain broken findings, each a pure function of the record and the findings. */
package org.bitsconformance.judge.cause;
