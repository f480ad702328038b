package org.bitsconformance.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A target description: where a server is, how to talk to it, and what it declares to be capable of. What is empty was
 * not given; options of the command line decide before it.
 *
 * @param name what reports call the target
 * @param url where to upload; checked by {@link TargetUrl#parse}
 * @param mode what the server does with a finished upload
 * @param readback how a finished upload can be read back
 * @param maxUpload the largest upload that the server takes, in bytes, at least 1
 * @param maxFragment the largest fragment that the server takes, in bytes, at least 1
 * @param capabilities what it is set up for
 * @param timeout from the last byte of a request to the last byte of its Ack
 * @param dialect which document decides: one of {@link #DIALECTS}
 * @param headers headers to add to every request, in order; a name may occur several times
 * @param credentials for Basic authentication
 * @param ca the file of a certificate authority to trust; it was not opened
 * @param insecure whether any certificate is accepted
 * @param methodOverride whether packets are sent as {@code POST} with {@code X-HTTP-Method-Override: BITS_POST}
 * @param parallel how many cases may run at once, from 1 to 64
 * @param cleanUp what becomes of finished uploads
 * @param notification how the server notifies the server application that the suite plays
 * @param access how the server guards itself, and the way to it
 */
public record TargetFile(
        Optional<String> name,
        String url,
        Optional<UploadMode> mode,
        Optional<Readback> readback,
        OptionalLong maxUpload,
        OptionalLong maxFragment,
        Capabilities capabilities,
        Optional<Duration> timeout,
        Optional<String> dialect,
        List<RequestHeader> headers,
        Optional<CredentialSource> credentials,
        Optional<Path> ca,
        boolean insecure,
        boolean methodOverride,
        OptionalInt parallel,
        CleanUp cleanUp,
        Optional<NotificationSettings> notification,
        AccessSettings access) {
    /** The words that {@code dialect} may be. */
    public static final List<String> DIALECTS = List.of("any", "win32", "mc-bup", "windows");

    public TargetFile {
        headers = List.copyOf(headers);
    }

    /**
     * Loads a target description. Relative paths in it are resolved against its own folder.
     *
     * @param file the file, as the user names it
     * @param environment the value of an environment variable by its name, null if there is none; such as
     *     {@code System::getenv}
     * @throws InvalidFileException if there is no such file, or it is not a valid target description
     */
    public static TargetFile load(String file, UnaryOperator<String> environment) {
        return TargetFileParser.parse(TextFile.read(file), new Environment(environment));
    }
}
