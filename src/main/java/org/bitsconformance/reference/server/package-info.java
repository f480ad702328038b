/** The state machine of the reference server: sessions, fragments, replies, notifications. */
package org.bitsconformance.reference.server;
