/**
 * The pages of the documentation that are generated, and the tables that they show: which rule judges which requirement,
 * which fault breaks it, and what conformant servers may do.
 */
package org.bitsconformance.cli.pages;
