/** The command line, thin: puts the rooms together. */
package org.bitsconformance.cli;
