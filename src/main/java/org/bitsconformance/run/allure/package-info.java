/** What Allure shows about a run, besides the results that its own listener writes. */
package org.bitsconformance.run.allure;
