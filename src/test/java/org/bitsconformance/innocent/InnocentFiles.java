package org.bitsconformance.innocent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of the server, and the one folder where they can be. */
final class InnocentFiles {

    private final String folder;
    private final Set<Freedom> freedoms;
    private final InnocentAcks acks;
    private final InnocentSessions sessions;
    private final boolean win32;
    private final Map<String, byte[]> files = new HashMap<>();

    InnocentFiles(String folder, Set<Freedom> freedoms, InnocentAcks acks, InnocentSessions sessions, boolean win32) {
        this.folder = folder;
        this.freedoms = freedoms;
        this.acks = acks;
        this.sessions = sessions;
        this.win32 = win32;
    }

    Optional<byte[]> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    void put(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    /** The answer to a Create-Session for a place where no upload can go (MC-BUP 2.2.1.2; ack-for-create-session). */
    Optional<InnocentReply> refusal(String path) {
        if (freedoms.contains(Freedom.RELATIVE_TARGET_LITERAL) && !path.startsWith("/")) {
            return Optional.empty();
        }
        if (!path.startsWith(folder)) {
            return refuse(win32 ? 404 : 403, InnocentAcks.ACCESS_DENIED);
        }
        String name = path.substring(folder.length());
        boolean noFile = name.isEmpty() || name.endsWith("/");
        if (noFile || (name.contains("/") && !freedoms.contains(Freedom.FOLDERS_MADE))) {
            return refuse(win32 || freedoms.contains(Freedom.FOLDERS_404) ? 404 : 400, InnocentAcks.INVALID);
        }
        boolean there = (freedoms.contains(Freedom.DESTINATION_KEPT) && files.containsKey(path))
                || (freedoms.contains(Freedom.DESTINATION_TAKEN_AT_CREATE) && sessions.uploadsTo(path));
        if (there) {
            return win32 ? refuse(409, InnocentAcks.FILE_EXISTS) : refuse(403, InnocentAcks.ACCESS_DENIED);
        }
        return Optional.empty();
    }

    private Optional<InnocentReply> refuse(int status, int code) {
        return Optional.of(acks.refused(status, code, Optional.empty(), Optional.empty()));
    }
}
