/** HTTP of the reference server, with its own parsers and writers, since it shares only names with the judge. */
package org.bitsconformance.reference.http;
