package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.cli.console.Terminal;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.learn.Learner;
import org.bitsconformance.learn.ServerTeacher;
import org.bitsconformance.machine.HiddenMemory;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Unsteady;
import org.bitsconformance.machine.Word;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.Counted;
import org.bitsconformance.run.RunSetup;
import org.bitsconformance.transcript.Probed;

/** Learns a server for {@code learn}, shows the progress, and prints what was found. */
final class Learning implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(4);
    private static final int WIDTH = 78;
    private static final long BETWEEN_LINES_NANOS = 200_000_000;

    private final RunSetup setup;
    private final LearnOptions.Checked options;
    private final PrintWriter console;
    private final boolean terminal = Terminal.isThere();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "bits-learning-interrupted");
    private volatile Optional<TargetLink> link = Optional.empty();
    private volatile boolean interrupted;
    private long shown;

    Learning(RunSetup setup, LearnOptions.Checked options, PrintWriter console) {
        this.setup = setup;
        this.options = options;
        this.console = console;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            interrupted = true;
        }
    }

    /** Learns, and prints what was found. */
    Machine learn() {
        try (TargetLink fresh = setup.link(event -> {})) {
            link = Optional.of(fresh);
            Probed probed = fresh.preflight();
            Machine machine = probed.diagnosis().isPresent()
                    ? Machine.nothing(
                            options.limits().depth(), probed.diagnosis().get())
                    : learner(fresh).learn();
            wipe();
            if (probed.diagnosis().isEmpty()) {
                tell(machine);
            }
            return machine;
        } finally {
            link = Optional.empty();
        }
    }

    private Learner learner(TargetLink fresh) {
        return new Learner(
                new ServerTeacher(fresh, options.alphabet()),
                options.alphabet(),
                options.limits(),
                System::nanoTime,
                this::show);
    }

    /** Whether the process was told to end while it learned. */
    boolean interrupted() {
        return interrupted;
    }

    private void show(int states, long packets) {
        long now = System.nanoTime();
        if (terminal && now - shown > BETWEEN_LINES_NANOS) {
            shown = now;
            console.print("\rlearning: " + count(states, "state") + ", " + count(packets, "packet") + " ");
            console.flush();
        }
    }

    private void wipe() {
        if (terminal) {
            console.print("\r" + " ".repeat(WIDTH) + "\r");
            console.flush();
        }
    }

    private void tell(Machine machine) {
        Machine.Learning how = machine.learning();
        console.println(String.format(
                Locale.ROOT,
                "learned: %s, %s, with %s and %s, in %.1f s",
                count(machine.states().size(), "state"),
                count(machine.transitions().size(), "transition"),
                count(how.words(), "word"),
                count(how.packets(), "packet"),
                how.millis() / 1000.0));
        machine.unsteady().forEach(one -> lines(line(one)));
        machine.hidden().forEach(one -> lines(line(one, machine)));
        lines(machine.guarantee());
        console.flush();
    }

    private static String count(long number, String what) {
        return Printable.number(number) + " " + Counted.noun(number, what);
    }

    private static String line(Unsteady one) {
        return "unsteady: " + new Word(one.word()) + " is answered now "
                + String.join(", now ", one.answers().keySet());
    }

    private static String line(HiddenMemory one, Machine machine) {
        String like = machine.state(one.looksLike()).map(State::documented).orElse("");
        return "hidden memory: after " + new Word(one.history()) + " the server looks like \"" + like + "\", but "
                + new Word(one.separating()) + " is answered " + one.answer() + " and not " + one.usual();
    }

    private void lines(String text) {
        Wrapped.lines(text, WIDTH).forEach(console::println);
    }

    private void interrupt() {
        Optional<TargetLink> learning = link;
        if (learning.isEmpty()) {
            return;
        }
        interrupted = true;
        learning.get().interrupt();
        try {
            boolean unused = over.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook no longer waits.
        }
    }
}
