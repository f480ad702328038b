package org.bitsconformance.target;

import java.util.OptionalLong;

/**
 * What a target takes, and what happens to it.
 *
 * @param mode what the target does with a finished upload
 * @param readBack how a finished upload can be read back
 * @param cleanUp what happens to it when its case has ended
 * @param largest largest upload that the target takes, in bytes
 * @param largestFragment largest fragment that the target takes, in bytes
 */
public record UploadSettings(
        UploadMode mode, ReadBackMode readBack, CleanUp cleanUp, OptionalLong largest, OptionalLong largestFragment) {

    /** Uploads of any size without a reply, which stay where they are; reading back is tried. */
    public static final UploadSettings USUAL = new UploadSettings(
            UploadMode.UPLOAD, ReadBackMode.AUTO, CleanUp.NONE, OptionalLong.empty(), OptionalLong.empty());

    /** The same in another mode. */
    public UploadSettings with(UploadMode other) {
        return new UploadSettings(other, readBack, cleanUp, largest, largestFragment);
    }

    /** The same, read back in another way. */
    public UploadSettings with(ReadBackMode other) {
        return new UploadSettings(mode, other, cleanUp, largest, largestFragment);
    }

    /** The same, cleaned up in another way. */
    public UploadSettings with(CleanUp other) {
        return new UploadSettings(mode, readBack, other, largest, largestFragment);
    }
}
