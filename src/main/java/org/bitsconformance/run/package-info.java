/**
 * A run: starts the JUnit Platform, hands scenarios the target, streams the record to disk, and has each case judged as
 * it ends, before JUnit and Allure record what happened to it.
 */
package org.bitsconformance.run;
