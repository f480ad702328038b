/**
 * Ways of driving a server, as parameterised JUnit Jupiter methods. They send packets and never judge; each names the
 * requirements that it exists to exercise, and takes its cases from a table in {@code scenarios/ID.yaml}.
 */
package org.bitsconformance.drive.scenario;
