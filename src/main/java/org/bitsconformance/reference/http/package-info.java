/** HTTP of the reference server: parsers and writers of its own, since it shares only names with the judge. */
package org.bitsconformance.reference.http;
