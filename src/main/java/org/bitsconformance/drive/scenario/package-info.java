/**
 * Ways of driving a server, as parameterised JUnit Jupiter methods. They send packets and never judge. Each names the
 * requirements that it exercises, and takes its cases from a table in {@code scenarios/ID.yaml}.
 */
package org.bitsconformance.drive.scenario;
