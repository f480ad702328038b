package org.bitsconformance.reference.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of an HTTP header section, in order. The case of names does not matter in look-ups. */
public record HeaderFields(List<HeaderField> fields) {

    public static final HeaderFields NONE = new HeaderFields(List.of());

    public HeaderFields {
        fields = List.copyOf(fields);
    }

    /** The values of all fields with this name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (HeaderField field : fields) {
            if (field.isNamed(name)) {
                values.add(field.value());
            }
        }
        return List.copyOf(values);
    }

    /** The value of the first field with this name. */
    public Optional<String> first(String name) {
        for (HeaderField field : fields) {
            if (field.isNamed(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public boolean contains(String name) {
        return first(name).isPresent();
    }

    /** A copy with this field last, instead of any others with its name. */
    public HeaderFields with(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(without(name).fields);
        changed.add(new HeaderField(name, value));
        return new HeaderFields(changed);
    }

    /** A copy with this field last, in addition to any others with its name. */
    HeaderFields and(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(fields);
        changed.add(new HeaderField(name, value));
        return new HeaderFields(changed);
    }

    public HeaderFields without(String name) {
        return new HeaderFields(
                fields.stream().filter(field -> !field.isNamed(name)).toList());
    }

    /** A copy with the fields of one name renamed; values and places stay. */
    public HeaderFields renamed(String name, String newName) {
        return new HeaderFields(fields.stream()
                .map(field -> field.isNamed(name) ? new HeaderField(newName, field.value()) : field)
                .toList());
    }
}
