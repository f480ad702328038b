/**
 * For each observable conflict of the documents, which reading an exchange shows. Nothing is judged here: readings are
 * only reported.
 */
package org.bitsconformance.judge.dialect;
