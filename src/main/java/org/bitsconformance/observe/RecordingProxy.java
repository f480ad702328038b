package org.bitsconformance.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.transcript.RunNotice;

/** The ports and connections of an observation, and what they share. */
final class RecordingProxy {

    /** Connections beyond this number are closed at once. */
    private static final int MOST_CONNECTIONS = 500;

    /** Ports for hosts that the server names; a host beyond this number is passed on as the server named it. */
    private static final int MOST_PORTS = 16;

    private static final long LONGEST_REST_MILLIS = 500;
    private static final long SHORTEST_CHECK_MILLIS = 20;
    private static final long LONGEST_CHECK_MILLIS = 500;

    private final ObservationSettings settings;
    private final ObservedRecord record;
    private final Tally tally = new Tally();
    private final CaseBook book;
    private final Names names;
    private final Dialling dialling;
    private final ProxyListener main;
    private final Map<Node, ProxyListener> ports = new LinkedHashMap<>();
    private final Map<ObservedConnection, Thread> connections = new ConcurrentHashMap<>();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "bits-observe-watch"));
    private final Future<?> checks;
    private boolean closed;

    /** Begins to listen. Throws {@link IOException} if the port cannot be used. */
    RecordingProxy(ObservationSettings settings, ObservedRecord record) throws IOException {
        this.settings = settings;
        this.record = record;
        this.book = new CaseBook(record, tally, settings);
        this.names = new Names(settings.entrance().tls().isPresent(), this::portOf);
        this.dialling = new Dialling(settings.upstream());
        Node node = Node.of(settings.upstream().uploadUrl(""));
        synchronized (this) {
            main = listen(settings.entrance().port(), node, false);
            ports.put(node, main);
        }
        long every = Math.max(SHORTEST_CHECK_MILLIS, Math.min(LONGEST_CHECK_MILLIS, limitMicros() / 1_000 / 10));
        checks = watch.scheduleWithFixedDelay(this::check, every, every, TimeUnit.MILLISECONDS);
    }

    private ProxyListener listen(int port, Node node, boolean named) throws IOException {
        return ProxyListener.start(
                new InetSocketAddress(settings.entrance().host(), port),
                settings.entrance().tls(),
                node,
                named,
                this);
    }

    /** A thread that does not keep the process alive. */
    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    ObservedRecord record() {
        return record;
    }

    Tally tally() {
        return tally;
    }

    CaseBook book() {
        return book;
    }

    Names names() {
        return names;
    }

    Dialling dialling() {
        return dialling;
    }

    ProxyListener main() {
        return main;
    }

    /** The longest time for an answer, and for a pause, in microseconds. */
    long limitMicros() {
        return settings.upstream().requests().timeout().toNanos() / 1_000;
    }

    /** The port that leads to a server; empty if there is none left for it. */
    private synchronized OptionalInt portOf(Node node) {
        ProxyListener known = ports.entrySet().stream()
                .filter(one -> one.getKey().isAt(node))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (known != null) {
            return OptionalInt.of(known.port());
        }
        if (closed || ports.size() >= MOST_PORTS) {
            return OptionalInt.empty();
        }
        try {
            ProxyListener fresh = listen(0, node, true);
            ports.put(node, fresh);
            return OptionalInt.of(fresh.port());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Notes that a server could not be reached; returns why, in a sentence. The reference server, which is not judged,
     * names such a host on purpose.
     */
    String unreached(Node node, IOException e) {
        String why = "no connection to " + node.url() + ": " + e.getMessage();
        if (!settings.judgesServer()) {
            return why;
        }
        tally.unreached();
        if (said.add(why)) {
            record.write(new RunNotice(why));
        }
        return why;
    }

    void take(Socket socket, ProxyListener listener) {
        if (connections.size() >= MOST_CONNECTIONS) {
            tally.turnedAway();
            Sockets.close(socket);
            return;
        }
        ObservedConnection connection = new ObservedConnection(socket, listener, this);
        Thread thread = daemon(connection::serve, "bits-observe-requests");
        connections.put(connection, thread);
        thread.start();
    }

    void forget(ObservedConnection connection) {
        connections.remove(connection);
    }

    private void check() {
        connections.keySet().forEach(one -> one.check(record.micros()));
    }

    /** Listens no more, lets what is under way end for a moment, and cuts off the rest. */
    void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            ports.values().forEach(ProxyListener::close);
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_REST_MILLIS);
        while (System.nanoTime() < until && connections.keySet().stream().anyMatch(ObservedConnection::busy)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        Map<ObservedConnection, Thread> left = Map.copyOf(connections);
        left.keySet().forEach(ObservedConnection::cut);
        for (Thread one : left.values()) {
            one.join(LONGEST_REST_MILLIS);
        }
        checks.cancel(false);
        watch.shutdown();
    }
}
