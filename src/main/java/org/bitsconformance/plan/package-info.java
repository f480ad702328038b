/**
 * Test plans and target files: YAML in, validated records out.
 *
 * <p>An invalid file is refused as a whole with one {@link org.bitsconformance.plan.InvalidFileException}, whose
 * message is one line: the file, the line, the key, and what would be right. The parsers of single values
 * ({@code Durations}, {@code ByteSizes}, and those of the package {@code target}) also serve the command line; they
 * throw {@link java.lang.IllegalArgumentException} with a message that continues the name of the option or key:
 * {@code must be a duration such as ...}.
 */
package org.bitsconformance.plan;
