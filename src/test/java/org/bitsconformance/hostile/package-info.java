/** A server that misbehaves in every way that a network and a broken program allow. */
package org.bitsconformance.hostile;
