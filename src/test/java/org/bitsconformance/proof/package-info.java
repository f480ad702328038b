/**
 * Proves the suite by faults: each fault of the reference server and of the reference client is found, and nothing else is
 * blamed.
 */
package org.bitsconformance.proof;
