package org.bitsconformance.report.compare;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.ArrayList;

/** Skips values in a form that this version does not know, so that the rest of a report can be read. */
final class UnknownForm extends DeserializationProblemHandler {

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        parser.skipChildren();
        return type.isCollectionLikeType() ? new ArrayList<>() : null;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        return null;
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return null;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context, Class<?> type, ValueInstantiator by, JsonParser parser, String message) {
        return null;
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable problem) {
        return null;
    }
}
