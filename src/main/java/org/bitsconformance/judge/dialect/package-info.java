/**
 * Which reading of the documents an exchange shows, for each conflict of theirs that can be observed. Nothing is judged
 * here: readings are reported.
 */
package org.bitsconformance.judge.dialect;
