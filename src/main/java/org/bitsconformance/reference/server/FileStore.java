package org.bitsconformance.reference.server;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.http.StoredDigest;
import org.bitsconformance.reference.http.StoredFile;

/**
 * The finished uploads by the path of their URL, in memory, and how plain HTTP accesses them. Of a large one there may
 * be only the length and digest. Thread-safe.
 */
public final class FileStore {

    private static final String ALLOWED = "GET, HEAD, DELETE, POST, " + BitsHeaders.VERB;

    private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
    private final Map<String, StoredDigest> digests = new ConcurrentHashMap<>();
    private final ReplyDownloads downloads;
    private final Conduct conduct;
    private final Clock clock;

    /** An empty store; {@code clock} gives the times at which files are stored. */
    public FileStore(Conduct conduct, Clock clock) {
        this.downloads = new ReplyDownloads(conduct);
        this.conduct = conduct;
        this.clock = clock;
    }

    /** Stores a file, replacing any existing one. */
    public void put(String path, Bytes content) {
        digests.remove(path);
        files.put(path, new StoredFile(content, clock.instant()));
    }

    /** Stores the length and digest of a large file, replacing any existing one. */
    void put(String path, StoredDigest digest) {
        files.remove(path);
        digests.put(path, digest);
    }

    /** What is at a path after the content has been written over it, from the first byte on. */
    Bytes over(String path, Bytes content) {
        return Optional.ofNullable(files.get(path))
                .map(StoredFile::content)
                .filter(there -> there.length() > content.length())
                .map(there -> Bytes.joined(List.of(content, there.slice(content.length(), there.length()))))
                .orElse(content);
    }

    void remove(String path) {
        digests.remove(path);
        files.remove(path);
    }

    public boolean contains(String path) {
        return files.containsKey(path) || digests.containsKey(path);
    }

    /** The bytes at a path; empty if there are none, or only their digest. */
    public Optional<byte[]> content(String path) {
        return Optional.ofNullable(files.get(path)).map(file -> file.content().array());
    }

    /** The bytes of finished uploads, by path; without replies, and without those of which only a digest is kept. */
    Map<String, Bytes> uploads() {
        return files.entrySet().stream()
                .filter(file -> !file.getKey().startsWith(Replies.FOLDER))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().content()));
    }

    /** Answers a request that is not a BITS packet. */
    public ServerAnswer answer(ReceivedPacket request) {
        return switch (request.verb()) {
            case "GET", "HEAD" -> read(request);
            case "DELETE" -> delete(request.path());
            default -> ServerAnswer.empty(StatusCode.METHOD_NOT_ALLOWED).with("Allow", ALLOWED);
        };
    }

    private ServerAnswer read(ReceivedPacket request) {
        StoredDigest digest = digests.get(request.path());
        if (digest != null) {
            return tell(request, digest);
        }
        boolean once = request.verb().equals("GET")
                && request.path().startsWith(Replies.FOLDER)
                && conduct.commits(Misbehaviour.SERVES_REPLIES_ONCE);
        return Optional.ofNullable(once ? files.remove(request.path()) : files.get(request.path()))
                .map(file -> downloads.answer(request, file))
                .orElseGet(() -> ServerAnswer.empty(StatusCode.NOT_FOUND));
    }

    /** Length and digest of a file whose bytes are not kept (RFC 9530). */
    private static ServerAnswer tell(ReceivedPacket request, StoredDigest digest) {
        return request.verb().equals("HEAD")
                ? ServerAnswer.empty(StatusCode.OK)
                        .with(BitsHeaders.CONTENT_LENGTH, String.valueOf(digest.length()))
                        .with("Repr-Digest", digest.headerValue())
                : ServerAnswer.empty(StatusCode.NOT_IMPLEMENTED);
    }

    private ServerAnswer delete(String path) {
        boolean digest = digests.remove(path) != null;
        return files.remove(path) == null && !digest
                ? ServerAnswer.empty(StatusCode.NOT_FOUND)
                : ServerAnswer.empty(StatusCode.NO_CONTENT).without(BitsHeaders.CONTENT_LENGTH);
    }
}
