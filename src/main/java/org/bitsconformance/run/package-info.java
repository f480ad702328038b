/**
 * A run: starts the JUnit Platform, gives the target to the scenarios, streams the record to disk, and has each case
 * judged as it ends, before JUnit and Allure record its result.
 */
package org.bitsconformance.run;
