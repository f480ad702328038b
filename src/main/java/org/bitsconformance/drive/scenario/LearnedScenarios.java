package org.bitsconformance.drive.scenario;

import java.util.List;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.word.WordDriver;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.Alphabets;
import org.bitsconformance.machine.Symbol;

/** Words of abstract packets; the command {@code learn} finds those that matter for a server. */
class LearnedScenarios {

    @Scenario(
            id = LearnedCases.SCENARIO,
            title = "A word of abstract packets, each adapted to the answers before it",
            onlyByName = true,
            exercises = "answer.sent")
    void word(Case parameters, BitsClient client) {
        Alphabet alphabet = Alphabets.load(LearnedCases.alphabet(parameters));
        List<Symbol> symbols = alphabet.spelt(LearnedCases.word(parameters));
        WordDriver driver = new WordDriver(client, alphabet);
        int last = symbols.size() - 1;
        symbols.subList(0, last).forEach(driver::drive);
        driver.driveAnswered(symbols.get(last));
    }
}
