package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that happened in a run. A record is a sequence of events in the order in which they happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunHeader.class, name = "run"),
    @JsonSubTypes.Type(value = RunEnd.class, name = "run-end"),
    @JsonSubTypes.Type(value = Probed.class, name = "probed"),
    @JsonSubTypes.Type(value = CaseStart.class, name = "case"),
    @JsonSubTypes.Type(value = CaseEnd.class, name = "case-end"),
    @JsonSubTypes.Type(value = ConnectionOpened.class, name = "connection-opened"),
    @JsonSubTypes.Type(value = ConnectionEnded.class, name = "connection-ended"),
    @JsonSubTypes.Type(value = Exchange.class, name = "exchange"),
    @JsonSubTypes.Type(value = ReadBack.class, name = "read-back"),
    @JsonSubTypes.Type(value = Notification.class, name = "notification"),
    @JsonSubTypes.Type(value = HandedFile.class, name = "handed-file"),
    @JsonSubTypes.Type(value = ClientEnded.class, name = "client-ended"),
    @JsonSubTypes.Type(value = RunNotice.class, name = "notice")
})
public sealed interface Event
        permits RunHeader,
                RunEnd,
                Probed,
                CaseStart,
                CaseEnd,
                ConnectionOpened,
                ConnectionEnded,
                Exchange,
                ReadBack,
                Notification,
                HandedFile,
                ClientEnded,
                RunNotice {}
