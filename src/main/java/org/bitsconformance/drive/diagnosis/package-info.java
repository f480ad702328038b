/** Why a target cannot be tested and what to do about it, each in one line. */
package org.bitsconformance.drive.diagnosis;
