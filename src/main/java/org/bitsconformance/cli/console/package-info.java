/** What the commands write to the console: lines of progress, summaries, notes, and suggestions for words that are wrong. */
package org.bitsconformance.cli.console;
