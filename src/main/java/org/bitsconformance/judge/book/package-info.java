/** The book of all rules, and the judge that applies them to a case. */
package org.bitsconformance.judge.book;
