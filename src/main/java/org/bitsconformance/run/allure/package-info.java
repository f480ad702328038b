/** What Allure shows about a run, in addition to the results that its own listener writes. */
package org.bitsconformance.run.allure;
