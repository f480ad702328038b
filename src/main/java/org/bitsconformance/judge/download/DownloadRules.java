package org.bitsconformance.judge.download;

import java.util.List;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.DeclaredNotification;

/**
 * Rules about the download of replies.
 */
public final class DownloadRules {

    private static final List<Rule> RULES = List.of(
            // The reply is the body of the answer.
            new ReplyIsOfTheApplication("notification.by-value.reply", DeclaredNotification.VALUE),
            // The reply is a file; the suite can write it only if the target file declares its folder.
            new ReplyIsOfTheApplication("notification.by-reference.reply", DeclaredNotification.REFERENCE),
            new ReplyIsDownloadable(),
            new DownloadIsHttp(),
            new GetAndHeadAreServed(),
            new DownloadHasContentLength(),
            new DownloadHasLastModified(),
            new HeadIsAsGet(),
            new UnknownHeaderIsIgnored(),
            new SingleRangeIsServed(),
            new RangeBytesAreOfTheReply(),
            new InvalidRangeIsAnsweredAsHttpSays(),
            new SeveralRangesAreServed(),
            new RangesKeepTheirOrder(),
            new RangesAreNotMerged(),
            new PartsHaveHeaders(),
            new PartHeadersAreShort(),
            new FirstBoundaryIsNear(),
            new ReplyIsDeleted("close-session.reply", PacketType.CLOSE_SESSION),
            new ReplyIsDeleted("cancel-session.reply", PacketType.CANCEL_SESSION));

    private DownloadRules() {}

    /** Every rule of this package. */
    public static List<Rule> all() {
        return RULES;
    }
}
