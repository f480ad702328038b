/**
 * The vocabulary of the BITS upload protocol, immutable: names of packets and headers, the protocol GUID, HRESULTs,
 * error contexts, the documents and the dialects. It has no grammar and no parser, so the reference server and the
 * rules can share the names and still disagree about what they mean.
 */
package org.bitsconformance.protocol;
