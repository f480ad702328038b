package org.bitsconformance.reference.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of an HTTP header section in order. Names are looked up whatever their case. */
public record HeaderFields(List<HeaderField> fields) {

    public static final HeaderFields NONE = new HeaderFields(List.of());

    public HeaderFields {
        fields = List.copyOf(fields);
    }

    /** The values of all fields of that name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(HeaderField::value)
                .toList();
    }

    /** The value of the first field of that name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public boolean contains(String name) {
        return fields.stream().anyMatch(field -> field.isNamed(name));
    }

    /** With that field last, and no other of its name. */
    public HeaderFields with(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(without(name).fields);
        changed.add(new HeaderField(name, value));
        return new HeaderFields(changed);
    }

    /** With that field last, in addition to any other of its name. */
    HeaderFields and(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(fields);
        changed.add(new HeaderField(name, value));
        return new HeaderFields(changed);
    }

    public HeaderFields without(String name) {
        return new HeaderFields(
                fields.stream().filter(field -> !field.isNamed(name)).toList());
    }

    /** With the fields of one name under another, values and places kept. */
    public HeaderFields renamed(String name, String newName) {
        return new HeaderFields(fields.stream()
                .map(field -> field.isNamed(name) ? new HeaderField(newName, field.value()) : field)
                .toList());
    }
}
