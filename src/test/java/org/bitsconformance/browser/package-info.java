/** A browser, for tests that use pages as people do. */
package org.bitsconformance.browser;
