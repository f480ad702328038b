package org.bitsconformance.learn;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.readback.DestinationContent;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.drive.word.WordDriver;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.Symbol;
import org.bitsconformance.machine.Word;
import org.bitsconformance.transcript.CaseEnd;

/** A server under test. Its answers are neither recorded nor judged; sessions that a word leaves open are cancelled. */
public final class ServerTeacher implements Teacher {

    private static final String CASE = "";
    private static final int MOST_UPLOADS = 4;

    private final TargetLink link;
    private final Alphabet alphabet;

    /** {@code link} records nothing and stays open. */
    public ServerTeacher(TargetLink link, Alphabet alphabet) {
        this.link = link;
        this.alphabet = alphabet;
    }

    /** Uploads a file, a few times if necessary, so that from then on it is known whether uploads can be read back. */
    @Override
    public void prepare() {
        boolean known = false;
        for (int upload = 0; upload < MOST_UPLOADS && !known; upload++) {
            known = isReadOrNever();
        }
        link.hurry();
    }

    /** Whether an upload came back, or nobody looks for it. */
    private boolean isReadOrNever() {
        try (BitsClient client = link.openCase(CASE)) {
            Upload upload = client.upload(alphabet.size());
            upload.create();
            upload.sendRest(alphabet.size());
            upload.close();
            return upload.destination()
                    .readBack()
                    .filter(found -> found != DestinationContent.ALL_OF_IT)
                    .isEmpty();
        } catch (DrivingStopped e) {
            endIfHopeless(e);
            return true;
        }
    }

    @Override
    public List<Reaction> ask(Word word) {
        List<Reaction> reactions = new ArrayList<>();
        try (BitsClient client = link.openCase(CASE)) {
            WordDriver driver = new WordDriver(client, alphabet);
            for (Symbol symbol : alphabet.spelt(word)) {
                reactions.add(driver.drive(symbol));
            }
            return reactions;
        } catch (DrivingStopped e) {
            throw new LearningEnded(e.getMessage());
        }
    }

    @Override
    public long packets() {
        return link.expenses().requests();
    }

    private static void endIfHopeless(DrivingStopped stopped) {
        if (stopped.ending() != CaseEnd.Ending.PREREQUISITE_MISSING) {
            throw new LearningEnded(stopped.getMessage());
        }
    }
}
