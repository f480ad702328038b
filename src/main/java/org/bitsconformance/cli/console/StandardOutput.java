package org.bitsconformance.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Standard output that remembers why it could not be written. A reader that closes the pipe, like {@code head}, is not
 * a failure: the reports have everything.
 */
public final class StandardOutput extends OutputStream {

    private static final String GONE = "Broken pipe";

    private final OutputStream out;
    private Optional<String> failure = Optional.empty();

    /** Writes there. */
    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** The standard output of this process. */
    public static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** A writer in the encoding of the terminal, flushed after each line. */
    public PrintWriter writer() {
        String encoding =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return new PrintWriter(
                this, true, Charset.isSupported(encoding) ? Charset.forName(encoding) : Charset.defaultCharset());
    }

    /** Why output was lost; empty if none was. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            failure = failure.or(() -> Optional.of(why)).filter(cause -> !cause.contains(GONE));
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
