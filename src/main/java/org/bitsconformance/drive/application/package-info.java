/**
 * The server application that the suite plays, which shows what a server does after the last byte of an upload (MC-BUP
 * 2.2.12, 2.2.13, 3.4). WireMock produces its answers. A relay in front of it keeps the bytes as they cross the socket,
 * and does what no HTTP server does.
 */
package org.bitsconformance.drive.application;
