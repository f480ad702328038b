/** The catalogue: what the documents require, in our own words, each entry with its sources and their levels. */
package org.bitsconformance.requirement;
