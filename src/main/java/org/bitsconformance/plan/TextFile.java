package org.bitsconformance.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bitsconformance.target.Quoted;

/**
 * A text file in UTF-8 of at most 1 MiB.
 *
 * @param name the file as the user named it
 * @param text its characters, without a byte order mark; printable, or line ends and tabs
 */
public record TextFile(String name, String text) {
    private static final int LIMIT = 1024 * 1024;

    /**
     * Reads a file from the file system.
     *
     * @throws InvalidFileException when it cannot be read, is too large or is not text; the message names it
     */
    public static TextFile read(String name) {
        Path path = pathOf(name);
        if (Files.isDirectory(path)) {
            throw InvalidFileException.in(name, "is a folder, not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (IOException e) {
            throw InvalidFileException.in(name, cause(e));
        }
    }

    /** Reads a file that comes with the suite, by its path on the class path. */
    public static TextFile resource(String name) {
        try (InputStream in = TextFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a stream as the file {@code name}. */
    static TextFile read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw InvalidFileException.in(name, "is larger than 1 MiB");
        }
        return of(name, bytes);
    }

    /** Why a file cannot be read, in plain words. */
    static String cause(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        return failure instanceof AccessDeniedException ? "cannot be read: permission denied" : "cannot be read";
    }

    private static Path pathOf(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw InvalidFileException.in(name, "is not a valid file name");
        }
    }

    private static TextFile of(String name, byte[] bytes) {
        String text = decode(name, bytes);
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        checkCharacters(name, body);
        return new TextFile(name, body);
    }

    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidFileException.in(name, "is not a text file in UTF-8");
        }
    }

    private static void checkCharacters(String name, String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n') {
                line++;
            } else if (Character.isISOControl(character) && character != '\r' && character != '\t') {
                String shown = Quoted.escape(String.valueOf(character));
                throw InvalidFileException.at(name, line, "has the control character " + shown + "; not a text file");
            }
        }
    }
}
