/** What rules read: the packets of a case in order, each with the states that its session may have been in. */
package org.bitsconformance.judge.history;
