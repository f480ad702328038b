/** Rules about the download of replies (MC-BUP 2.3, 3.5): each a fact of a GET or HEAD, from the recorded bytes. */
package org.bitsconformance.judge.download;
