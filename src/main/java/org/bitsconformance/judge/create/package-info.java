/** Rules about the answer to Create-Session. */
package org.bitsconformance.judge.create;
