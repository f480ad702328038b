package org.bitsconformance.reference.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of an HTTP header section in order. Names are looked up whatever their case. */
public record Headers(List<Header> fields) {

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The values of all fields of that name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Header::value)
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
    public Headers with(String name, String value) {
        List<Header> changed = new ArrayList<>(without(name).fields);
        changed.add(new Header(name, value));
        return new Headers(changed);
    }

    /** With that field last, beside any other of its name. */
    Headers and(String name, String value) {
        List<Header> changed = new ArrayList<>(fields);
        changed.add(new Header(name, value));
        return new Headers(changed);
    }

    public Headers without(String name) {
        return new Headers(fields.stream().filter(field -> !field.isNamed(name)).toList());
    }

    /** With the fields of one name under another, values and places kept. */
    public Headers renamed(String name, String newName) {
        return new Headers(fields.stream()
                .map(field -> field.isNamed(name) ? new Header(newName, field.value()) : field)
                .toList());
    }
}
