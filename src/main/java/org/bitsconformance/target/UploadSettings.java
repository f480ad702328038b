package org.bitsconformance.target;

import java.util.OptionalLong;

/**
 * Which uploads a target accepts, and what happens to them.
 *
 * @param mode what the target does with a finished upload
 * @param readBack how a finished upload can be read back
 * @param cleanUp what happens to it after its case has ended
 * @param largest largest upload that the target accepts, in bytes
 * @param largestFragment largest fragment that the target accepts, in bytes
 */
public record UploadSettings(
        UploadMode mode, ReadBackMode readBack, CleanUp cleanUp, OptionalLong largest, OptionalLong largestFragment) {

    /** Uploads of any size without a reply, which stay where they are; read-back is automatic. */
    public static final UploadSettings USUAL = new UploadSettings(
            UploadMode.UPLOAD, ReadBackMode.AUTO, CleanUp.NONE, OptionalLong.empty(), OptionalLong.empty());

    /** A copy with another mode. */
    public UploadSettings with(UploadMode other) {
        return new UploadSettings(other, readBack, cleanUp, largest, largestFragment);
    }

    /** A copy with another way to read back. */
    public UploadSettings with(ReadBackMode other) {
        return new UploadSettings(mode, other, cleanUp, largest, largestFragment);
    }

    /** A copy with another clean-up. */
    public UploadSettings with(CleanUp other) {
        return new UploadSettings(mode, readBack, other, largest, largestFragment);
    }

    /** The same with a largest upload and a largest fragment, in bytes. */
    public UploadSettings limited(long upload, long fragment) {
        return new UploadSettings(mode, readBack, cleanUp, OptionalLong.of(upload), OptionalLong.of(fragment));
    }
}
