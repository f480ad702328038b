package org.bitsconformance.transcript.capture;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a Fiddler archive says about an exchange next to its bytes. What is missing or cannot be read is left out; the
 * packets then count in the order of their numbers.
 *
 * @param times when the exchange happened
 * @param client address of the client; empty if unknown
 * @param connection name of the client's connection; empty if unknown
 */
record SazTimes(CapturedPacket.Times times, String client, String connection) {

    private static final String BEGUN = "ClientBeginRequest";
    private static final String SENT = "ClientDoneRequest";
    private static final String ANSWERED = "ClientDoneResponse";

    /** Nothing but the number of the exchange. */
    static SazTimes none(int number) {
        return new SazTimes(times(Map.of(), number), "", "");
    }

    /** Reads {@code raw/N_m.xml}. */
    static SazTimes read(byte[] xml, int number) {
        Map<String, String> timers = new HashMap<>();
        Map<String, String> flags = new HashMap<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && reader.getLocalName().equals("SessionTimers")) {
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        timers.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                } else if (reader.isStartElement() && reader.getLocalName().equals("SessionFlag")) {
                    flags.put(
                            String.valueOf(reader.getAttributeValue(null, "N")),
                            String.valueOf(reader.getAttributeValue(null, "V")));
                }
            }
        } catch (XMLStreamException e) {
            timers.clear();
        }
        String address = flags.getOrDefault("x-clientip", "").replaceFirst("^::ffff:", "");
        String port = flags.getOrDefault("x-clientport", "");
        return new SazTimes(times(timers, number), address, port.isEmpty() ? "" : address + ":" + port);
    }

    private static CapturedPacket.Times times(Map<String, String> timers, int number) {
        Optional<Instant> begun = time(timers.get(BEGUN));
        if (begun.isEmpty()) {
            return new CapturedPacket.Times(Instant.EPOCH.plusMillis(number), Duration.ZERO, Duration.ZERO);
        }
        return new CapturedPacket.Times(
                begun.get(),
                since(begun.get(), time(timers.get(SENT))),
                since(begun.get(), time(timers.get(ANSWERED))));
    }

    private static Duration since(Instant begun, Optional<Instant> later) {
        return later.map(end -> Duration.between(begun, end))
                .filter(duration -> !duration.isNegative())
                .orElse(Duration.ZERO);
    }

    /** A time; empty if there is none, which Fiddler writes as the first day of the year 1. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(OffsetDateTime::parse)
                    .filter(time -> time.getYear() > 1)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
