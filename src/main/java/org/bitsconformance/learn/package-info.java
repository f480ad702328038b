/**
 * Learns the state machine of a server with LearnLib: it asks the server words and keeps the answers. It neither
 * records nor judges. Only the command {@code learn} loads it.
 */
package org.bitsconformance.learn;
