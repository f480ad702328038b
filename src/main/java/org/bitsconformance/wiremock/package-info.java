/** A BITS upload stub for WireMock servers of others. API, see {@code docs/library.md}. */
package org.bitsconformance.wiremock;
