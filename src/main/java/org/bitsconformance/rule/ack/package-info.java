/** Rules about a single Ack. */
package org.bitsconformance.rule.ack;
