/** The target: how it is reached, what it asks for, and what it may be asked. */
package org.bitsconformance.target;
