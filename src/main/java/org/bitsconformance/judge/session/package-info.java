/** Rules that need to know what came before: offsets, ended sessions, delivered uploads. */
package org.bitsconformance.judge.session;
