package org.bitsconformance.reference.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.HeaderField;

/** One upload: sends a packet, reads its answer, decides, until it is done or given up. */
public final class ClientUpload {

    /** Exit code of a program whose upload has succeeded. */
    public static final int SUCCESS = 0;

    /** Exit code of a program that has given up. */
    public static final int FAILURE = 1;

    private static final int MOST_STEPS = 400;
    private static final String AGENT = "reference-client/1.0";

    private final UploadJob job;
    private final ClientConduct conduct;
    private final UploadProgress progress;
    private final Decisions decisions;
    private final List<ClientConnection> open = new ArrayList<>();
    private int unread;

    private ClientUpload(UploadJob job, ClientConduct conduct) {
        this.job = job;
        this.conduct = conduct;
        this.progress = new UploadProgress(job);
        this.decisions = new Decisions(progress);
    }

    /**
     * Does a job.
     *
     * @return the exit code of a program that does it
     */
    public static int run(UploadJob job, ClientConduct conduct) throws InterruptedException {
        ClientUpload upload = new ClientUpload(job, conduct);
        try {
            return upload.run();
        } finally {
            upload.endConnections();
        }
    }

    private int run() throws InterruptedException {
        NextStep step = job.manner().pings() ? NextStep.PING : NextStep.CREATE;
        for (int steps = 0; !step.isEnd(); steps++) {
            if (steps > MOST_STEPS) {
                step = NextStep.GIVE_UP;
                break;
            }
            TimeUnit.MILLISECONDS.sleep(progress.pauseMillis);
            TakenStep turn = step == NextStep.DOWNLOAD ? download() : send(step);
            progress.add(turn);
            step = conduct.after(turn, decisions.after(turn), progress);
        }
        return conduct.end(step, progress) == NextStep.SUCCEED ? SUCCESS : FAILURE;
    }

    private TakenStep send(NextStep step) {
        OutgoingPacket packet = conduct.sending(packet(step), progress);
        Transmission delivery = conduct.delivery(packet, progress);
        try {
            return new TakenStep(step, packet, exchange(packet, delivery, progress.host));
        } catch (IOException e) {
            endConnections();
            return new TakenStep(step, packet, ClientAnswer.LOST);
        }
    }

    private ClientAnswer exchange(OutgoingPacket packet, Transmission delivery, String host) throws IOException {
        ClientConnection connection = connection(host, delivery);
        connection.write(packet.head(), delivery.piece());
        if (!delivery.expecting() || connection.mayGoOn(delivery.patienceMillis())) {
            connection.write(packet.body(), delivery.piece());
        }
        if (delivery.ahead()) {
            unread++;
            return assumed();
        }
        for (; unread > 0; unread--) {
            connection.read(delivery.patienceMillis());
        }
        ClientAnswer answer = connection.read(delivery.patienceMillis());
        if (answer.ends() || delivery.closing()) {
            open.remove(connection);
            connection.close();
        }
        return answer;
    }

    /** What a client takes for the answer if it does not wait for it. */
    private ClientAnswer assumed() {
        return new ClientAnswer(
                200,
                false,
                List.of(
                        new HeaderField(BitsHeaders.PACKET_TYPE, PacketType.ACK.headerValue()),
                        new HeaderField(BitsHeaders.RECEIVED_CONTENT_RANGE, String.valueOf(progress.end()))));
    }

    private ClientConnection connection(String host, Transmission delivery) throws IOException {
        ClientConnection last = open.isEmpty() ? null : open.get(open.size() - 1);
        boolean usable = last != null && last.host().equals(host) && !delivery.otherConnection();
        if (usable && (unread > 0 || !last.ended())) {
            return last;
        }
        if (!delivery.otherConnection()) {
            endConnections();
        }
        ClientConnection fresh = new ClientConnection(host);
        open.add(fresh);
        return fresh;
    }

    private void endConnections() {
        for (ClientConnection connection : open) {
            try {
                connection.close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
        open.clear();
        unread = 0;
    }

    private TakenStep download() {
        URI url = job.url().resolve(progress.reply);
        OutgoingPacket get = new OutgoingPacket(
                PacketType.ACK,
                new OutgoingPacket.RequestLine("GET", url.getRawPath(), "HTTP/1.1"),
                List.of(new HeaderField("Host", url.getRawAuthority()), new HeaderField("User-Agent", AGENT)),
                new byte[0]);
        try {
            return new TakenStep(NextStep.DOWNLOAD, get, exchange(get, Transmission.USUAL, url.getRawAuthority()));
        } catch (IOException e) {
            endConnections();
            return new TakenStep(NextStep.DOWNLOAD, get, ClientAnswer.LOST);
        }
    }

    /** The packet of an ordinary client. */
    private OutgoingPacket packet(NextStep step) {
        PacketType type = step.packet().orElseThrow();
        boolean fragment = step == NextStep.FRAGMENT;
        byte[] body = fragment ? job.bytes(progress.offset, progress.end()) : new byte[0];
        List<HeaderField> fields = new ArrayList<>(List.of(
                new HeaderField("Host", progress.host),
                new HeaderField("User-Agent", AGENT),
                new HeaderField("Accept", "*/*"),
                new HeaderField(BitsHeaders.PACKET_TYPE, type.headerValue())));
        if (step == NextStep.CREATE) {
            fields.add(new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5));
        } else if (!progress.session.isEmpty()) {
            fields.add(new HeaderField(BitsHeaders.SESSION_ID, progress.session));
        }
        if (isNamed(step)) {
            fields.add(new HeaderField(BitsHeaders.CONTENT_NAME, job.name()));
        }
        if (fragment) {
            fields.add(new HeaderField(BitsHeaders.CONTENT_RANGE, range(progress.offset, progress.end())));
        }
        fields.add(new HeaderField(BitsHeaders.CONTENT_LENGTH, String.valueOf(body.length)));
        if (!progress.challenge.isEmpty()) {
            fields.add(new HeaderField(
                    "Authorization",
                    ChallengeAnswer.answering(
                            progress.challenge, job.manner().credentials().orElse(":"), job.target())));
        }
        return new OutgoingPacket(
                type, new OutgoingPacket.RequestLine(BitsHeaders.VERB, job.target(), "HTTP/1.1"), fields, body);
    }

    private String range(int from, int to) {
        return "bytes " + from + "-" + (to - 1) + "/" + job.total();
    }

    /** MC-BUP wants the name with Create-Session too. */
    private boolean isNamed(NextStep step) {
        return (step == NextStep.CREATE && job.manner().document() == Document.MC_BUP)
                || (step == NextStep.FRAGMENT && progress.offset == 0);
    }

    /** Text of a body, one byte for each character. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
