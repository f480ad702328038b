package org.bitsconformance.reference.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.protocol.Document;

/** What a client is asked to do. */
public final class UploadJob {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final URI url;
    private final byte[] file;
    private final int fragment;
    private final Manner manner;

    /**
     * What a user, or the program itself, chooses.
     *
     * @param document whose reading decides where the documents disagree on clients
     * @param pings whether a Ping opens the upload
     * @param wantsReply whether the upload is done only with a reply
     * @param cancelAfter after how many taken Fragments the upload is cancelled; empty for never
     * @param stopAfter after how many taken Fragments the program ends without a word; empty for never
     * @param credentials name and password with a colon between; empty for none
     */
    public record Manner(
            Document document,
            boolean pings,
            boolean wantsReply,
            OptionalInt cancelAfter,
            OptionalInt stopAfter,
            Optional<String> credentials) {

        /** No Ping, no reply, no credentials; to the end. */
        public static final Manner PLAIN =
                new Manner(Document.MC_BUP, false, false, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

        /** A copy that follows another document. */
        public Manner following(Document other) {
            return new Manner(other, pings, wantsReply, cancelAfter, stopAfter, credentials);
        }

        /** A copy that begins with a Ping. */
        public Manner pinging() {
            return new Manner(document, true, wantsReply, cancelAfter, stopAfter, credentials);
        }

        /** A copy that wants a reply. */
        public Manner wantingReply() {
            return new Manner(document, pings, true, cancelAfter, stopAfter, credentials);
        }

        /** A copy that cancels after so many taken Fragments. */
        public Manner cancelling(int fragments) {
            return new Manner(document, pings, wantsReply, OptionalInt.of(fragments), stopAfter, credentials);
        }

        /** A copy that stops after so many taken Fragments. */
        public Manner stopping(int fragments) {
            return new Manner(document, pings, wantsReply, cancelAfter, OptionalInt.of(fragments), credentials);
        }

        /** A copy with credentials, such as {@code name:password}. */
        public Manner with(String other) {
            return new Manner(document, pings, wantsReply, cancelAfter, stopAfter, Optional.of(other));
        }
    }

    private UploadJob(URI url, byte[] file, int fragment, Manner manner) {
        this.url = url;
        this.file = file;
        this.fragment = fragment;
        this.manner = manner;
    }

    /** An upload of these bytes in one Fragment; the URL is {@code http} with an absolute path. */
    public static UploadJob of(URI url, byte[] file) {
        return new UploadJob(url, file.clone(), NO_LIMIT, Manner.PLAIN);
    }

    /** A copy in Fragments of at most so many bytes, at least 1. */
    public UploadJob inFragmentsOf(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a Fragment has at least one byte: " + bytes);
        }
        return new UploadJob(url, file, bytes, manner);
    }

    /** A copy that is done in another manner. */
    public UploadJob with(Manner other) {
        return new UploadJob(url, file, fragment, other);
    }

    /** Where the file goes. */
    public URI url() {
        return url;
    }

    public Manner manner() {
        return manner;
    }

    /** What is uploaded. */
    public byte[] file() {
        return file.clone();
    }

    /** The length of the file. */
    int total() {
        return file.length;
    }

    /** Bytes of the file, from an offset up to but not including another. */
    byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    /** The longest Fragment, at first. */
    int fragment() {
        return fragment;
    }

    /** Host and port. */
    String authority() {
        return url.getRawAuthority();
    }

    /** Path and query. */
    String target() {
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    /** The name of the file, which is that of the URL too. */
    String name() {
        return url.getRawPath().substring(url.getRawPath().lastIndexOf('/') + 1);
    }
}
