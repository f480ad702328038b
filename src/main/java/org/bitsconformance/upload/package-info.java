/** What arrived at a reference server or stub, for tests of clients. API, see {@code docs/library.md}. */
package org.bitsconformance.upload;
