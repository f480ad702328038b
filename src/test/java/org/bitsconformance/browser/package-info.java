/** A browser, for tests of pages as people use them. */
package org.bitsconformance.browser;
