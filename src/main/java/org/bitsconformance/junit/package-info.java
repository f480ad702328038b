/**
 * What builds of others use of the suite: {@link org.bitsconformance.junit.BitsConformance} puts a run against a server
 * among their own tests. These types are the API, next to those of {@code org.bitsconformance.wiremock}: they change
 * only as {@code docs/library.md} promises. All other packages are internal.
 */
package org.bitsconformance.junit;
