/** The faults that the reference server can be given. */
package org.bitsconformance.reference.fault;
