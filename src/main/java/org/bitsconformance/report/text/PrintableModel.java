package org.bitsconformance.report.text;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a template sees values. A record has its components and its methods without arguments by name. Every text is made
 * printable and cut. An enum is the word that {@code report.json} uses for it. An empty Optional counts as missing.
 */
final class PrintableModel extends DefaultObjectWrapper {

    private final int longest;
    private final Map<Class<?>, Map<String, Method>> readers = new HashMap<>();
    private final Map<Enum<?>, TemplateModel> words = new HashMap<>();

    PrintableModel(int longest) {
        super(Configuration.VERSION_2_3_34);
        this.longest = longest;
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof String text) {
            return new SimpleScalar(Printable.of(Printable.cut(text, longest)));
        }
        if (value instanceof Record one) {
            return new RecordModel(one);
        }
        if (value instanceof Optional<?> some) {
            return wrap(some.orElse(null));
        }
        if (value instanceof Enum<?> one) {
            return words.computeIfAbsent(one, PrintableModel::word);
        }
        return super.wrap(value);
    }

    private static TemplateModel word(Enum<?> value) {
        return new SimpleScalar(AsciiJson.MAPPER.convertValue(value, String.class));
    }

    private static Map<String, Method> readersOf(Class<?> type) {
        Map<String, Method> readers = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                method.setAccessible(true);
                readers.put(method.getName(), method);
            }
        }
        return readers;
    }

    private final class RecordModel implements TemplateHashModel {

        private final Record value;
        private final Map<String, Method> methods;

        RecordModel(Record value) {
            this.value = value;
            methods = readers.computeIfAbsent(value.getClass(), PrintableModel::readersOf);
        }

        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            Method method = methods.get(name);
            if (method == null) {
                throw new TemplateModelException(value.getClass().getSimpleName() + " has no " + name);
            }
            try {
                return wrap(method.invoke(value));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new TemplateModelException(name + " cannot be read", e);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
