package org.bitsconformance.judge.book;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.RunRule;
import org.bitsconformance.judge.ack.*;
import org.bitsconformance.judge.application.*;
import org.bitsconformance.judge.create.*;
import org.bitsconformance.judge.download.*;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.session.*;
import org.bitsconformance.protocol.PacketType;

/** Every rule. */
public final class RuleBook {

    private static final List<Rule> RULES = List.of(
            new AnswerIsSent(),
            new AnswerIsHttp(),
            new AnswerIsHttp11(),
            new AnswerIsAnAck(),
            new ContentLengthIsThere(),
            new ContentLengthIsExact(),
            new AckHasNoBody(),
            new RefusedBodyIsRead(),
            new HeaderValuesAreShort(),
            new ErrorHasCode(),
            new SuccessHasNoCode(),
            new ErrorCodeIsHexadecimal(),
            new ErrorCodeIsDocumented(),
            new ErrorHasContext(),
            new SuccessHasNoContext(),
            new ErrorContextIsKnown(),
            new ContextGoesWithCode(),
            new ContextIsOfServer(),
            new FlawIsRefused("packet-type.unknown", Flaw.PACKET_TYPE_UNKNOWN),
            new FlawIsRefused("header.too-long", Flaw.VALUE_TOO_LONG),
            new FlawIsRefused("body.unexpected", Flaw.BODY_UNEXPECTED),
            new MissingLengthIsRefused(),
            new CredentialsAreAskedFor(),
            new PingNegotiatesSecurity(),
            new DeniedUserIsRefused(),
            new PingIsAnswered200(),
            new CreateSessionSucceeds(),
            new FlawIsRefused("create-session.protocols.missing", Flaw.PROTOCOLS_MISSING),
            new FlawIsRefused("create-session.protocols.unknown", Flaw.PROTOCOLS_UNKNOWN),
            new FlawIsRefused("create-session.protocols.malformed", Flaw.PROTOCOLS_MALFORMED),
            new MixedListIsAnswered(),
            new ListWithCommasIsAnswered(),
            new SessionIsNamed(),
            new SessionIdHasForm(),
            new SessionIdsAreUnique(),
            new ProtocolIsNamed(),
            new ProtocolWasOffered(),
            new ProtocolIsAbsentOnRefusal(),
            new AcceptEncodingIsAbsentOnRefusal(),
            new HostIdHasForm(),
            new HostIdIsAsConfigured(),
            new HostIdIsShort(),
            new NamedHostServes(),
            new FallbackTimeoutHasHost(),
            new FallbackTimeoutIsSeconds(),
            new FallbackTimeoutIsAsConfigured(),
            new SessionIdIsEchoed(),
            new SessionIdIsTheSame(),
            new FlawIsRefused("session-id.missing", Flaw.SESSION_MISSING),
            new FlawIsRefused("session-id.malformed", Flaw.SESSION_MALFORMED),
            new NextFragmentIsTaken(),
            new GapIsRefused(),
            new OverlapIsCutOrRefused(),
            new OverlapKeepsBytes(),
            new ResumedFragmentIsTaken(),
            new FlawIsRefused("fragment.content-range.invalid", Flaw.RANGE_INVALID),
            new FlawIsRefused("fragment.length", Flaw.LENGTH_DIFFERS),
            new FlawIsRefused("fragment.total", Flaw.TOTAL_CHANGED),
            new ReceivedRangeIsThere(),
            new ReceivedRangeIsOffset(),
            new ReceivedRangeIsRight(),
            new ReplyUrlIsAbsent(),
            new ReplyUrlHasForm(),
            new ReplyUrlIsGiven(),
            new ReplyUrlIsOfTheLastAlone(),
            new ReplyUrlIsGivenAgain(),
            new CloseSucceeds(),
            new CancelSucceeds(),
            new UnknownSessionIsAnswered500(),
            new UnknownSessionHasItsCode(),
            new ClosedSessionTakesNoFragment(),
            new ClosedSessionTakesNoEnd(),
            new CancelledSessionTakesNoPacket(),
            new IdleSessionEnds(),
            new ProgressKeepsSession(),
            new LargeUploadIsRefused(),
            new LargeUploadHasItsCode(),
            new LargeFragmentIsRefused(),
            new DirectoryIsRefused(),
            new DisabledPlaceGivesNoSession(),
            new ExecutePlaceHasItsCode(),
            new UploadIsDelivered(),
            new CancelledUploadIsNotDelivered(),
            new ExistingFileIsNotReplaced(),
            new NotificationIsSent(),
            new NobodyIsNotified(),
            new NotificationGoesToItsUrl(),
            new QueryIsAppended(),
            new NotificationIsPost(),
            new NotificationIsHttp(),
            new NotificationIsHttp11(),
            new NotificationNamesHost(),
            new NotificationComesAtLastByte(),
            new NotificationComesBeforeAck(),
            new NotificationIsSentOnce(),
            new NotificationHasItsLength(),
            new OriginalUrlIsThere(),
            new OriginalUrlHasForm(),
            FileIsNamed.upload(),
            FileIsNamed.reply(),
            new ByReferenceHasNoBody(),
            new ByValueHasUpload(),
            new UploadIsCopied(),
            new UploadIsNotCopied(),
            new HandedFilesAreRemoved(),
            new MissingUploadIsAnswered404(),
            ReplyIsOfTheApplication.byValue(),
            ReplyIsOfTheApplication.byReference(),
            new StaticUrlIsReplyUrl(),
            new EmptyStaticUrlIsNone(),
            new StaticReplyIsKept(),
            FailureHasStatus.longUrl(),
            FailureHasCode.longUrl(),
            FailureIsPassedOn.unsent(),
            FailureIsPassedOn.unanswered(),
            FailureIsPassedOn.cutShort(),
            new ApplicationErrorIsPassedOn(),
            new ContextIsOfApplication(),
            new FailedSessionStays(),
            new FailedNotificationIsRepeated(),
            new ForbiddenNotificationIsNotRepeated(),
            new DoneNotificationIsNotRepeated(),
            FailureIsPassedOn.oldHttp(),
            FailureIsPassedOn.invalidAnswer(),
            FailureHasStatus.invalidAnswer(),
            FailureHasCode.invalidAnswer(),
            FailureIsPassedOn.timedOut(),
            new SilenceIsNotFatal(),
            FailureHasStatus.timedOut(),
            FailureHasCode.timedOut(),
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

    private RuleBook() {}

    /** Every rule, in the order of the catalogue. */
    public static List<Rule> all() {
        return RULES;
    }

    static List<ExchangeRule> ofExchanges() {
        return only(ExchangeRule.class);
    }

    static List<CaseRule> ofCases() {
        return only(CaseRule.class);
    }

    static List<RunRule> ofRuns() {
        return only(RunRule.class);
    }

    private static <T extends Rule> List<T> only(Class<T> kind) {
        return RULES.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
