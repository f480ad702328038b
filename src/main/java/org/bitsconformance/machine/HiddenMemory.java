package org.bitsconformance.machine;

import java.util.List;

/**
 * A state that no document has: according to the answers so far the upload is at the same place as in another state,
 * but the server later answers differently.
 *
 * @param state id of the state
 * @param looksLike id of the state with the same place and a shorter history
 * @param history the shortest word that leads to it
 * @param separating the shortest word that distinguishes the two
 * @param answer to the last symbol of that word, after the history
 * @param usual the answer to it after the history of the state that it looks like
 */
public record HiddenMemory(
        String state, String looksLike, List<String> history, List<String> separating, String answer, String usual) {}
