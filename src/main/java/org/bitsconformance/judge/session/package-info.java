/** Rules that need to know what went before: offsets, sessions that are over, what was delivered. */
package org.bitsconformance.judge.session;
