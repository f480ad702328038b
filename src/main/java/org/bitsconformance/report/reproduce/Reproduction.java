package org.bitsconformance.report.reproduce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;

/**
 * The packets that broke a requirement, as a script that sends them again: for a POSIX shell and curl if curl can send
 * them, otherwise for Python 3. It needs nothing else.
 *
 * @param fileName the id of the requirement with {@code .sh} or {@code .py}
 * @param text of the script, in ASCII
 */
public record Reproduction(String fileName, String text) {

    /** Maximum length of a script, in characters; a longer one is not written. */
    static final int LONGEST = 256 * 1024;

    /** The folder of the scripts in the folder of a run. */
    static final String FOLDER = "reproduce";

    /**
     * Makes the script of a requirement that a run found broken.
     *
     * @return empty if no case broke it, if the packets are not in the result, or if it would be too long
     */
    public static Optional<Reproduction> of(RequirementResult broken, RunResult result) {
        if (result.header().foreign()) {
            return Optional.empty(); // A capture lacks what a script has to send.
        }
        return BrokenCase.of(broken, result)
                .map(one -> made(
                        one,
                        result.header().target().url(),
                        result.header().target().timeoutMillis()))
                .filter(one -> one.text().length() <= LONGEST);
    }

    /** The text of {@link #of}. */
    public static Optional<String> script(RequirementResult broken, RunResult result) {
        return of(broken, result).map(Reproduction::text);
    }

    /** Its path in the folder of a run. */
    public String place() {
        return FOLDER + "/" + fileName;
    }

    /** The script for a requirement in the folder of a run; empty if none was written. */
    public static Optional<Path> written(Path runFolder, String requirement) {
        return Stream.of(".sh", ".py")
                .map(form -> runFolder.resolve(FOLDER).resolve(requirement + form))
                .filter(Files::exists)
                .findFirst();
    }

    private static Reproduction made(BrokenCase broken, String url, long timeoutMillis) {
        String id = broken.requirement().requirement().id();
        CurlScript curl = new CurlScript(broken, url, timeoutMillis);
        return curl.possible()
                ? new Reproduction(id + ".sh", curl.text())
                : new Reproduction(id + ".py", new PythonScript(broken, url, timeoutMillis).text());
    }
}
