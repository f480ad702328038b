/** The command line: a thin layer that connects the other packages. */
package org.bitsconformance.cli;
