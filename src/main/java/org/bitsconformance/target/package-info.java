/** The target: what a target file and the options say about a server. Everybody who needs it imports these records. */
package org.bitsconformance.target;
