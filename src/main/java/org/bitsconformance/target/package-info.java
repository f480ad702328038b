/** The target: what a target file and the options say about a server, as records for all other packages. */
package org.bitsconformance.target;
