/** Causes: named defects that explain what rules have found broken, each a pure function of the record and the findings. */
package org.bitsconformance.judge.cause;
