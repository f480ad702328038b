/** The faults that the reference server can have. */
package org.bitsconformance.reference.fault;
