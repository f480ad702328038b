/** The book of all rules, and the judge who puts a case before them. */
package org.bitsconformance.judge.book;
