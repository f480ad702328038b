/** Rules about what happens after the last byte: the notification of a server application, and what its answer leads to. */
package org.bitsconformance.judge.application;
