/** Rules about a single Ack. */
package org.bitsconformance.judge.ack;
