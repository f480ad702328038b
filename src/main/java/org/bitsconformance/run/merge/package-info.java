/** Merges the records of the shards of one run, and judges them as the record of one run. */
package org.bitsconformance.run.merge;
