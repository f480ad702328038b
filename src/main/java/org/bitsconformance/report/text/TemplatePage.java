package org.bitsconformance.report.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/**
 * A page made from a template, which gets plain maps, lists and texts; every text was made printable and cut at
 * {@link #LONGEST_TEXT} characters on its way there, and the template's output format escapes it.
 */
public final class TemplatePage {

    /** How much of one text is shown. */
    public static final int LONGEST_TEXT = 10_000;

    private static final JsonMapper TO_MAPS = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new MadePrintable()))
            .build();

    private static final Configuration TEMPLATES = templates();

    private TemplatePage() {}

    /** Writes the page of a record, each component of which is a variable of the template. */
    public static void write(Object page, String template, Writer out) throws IOException {
        write(page, Map.of(), template, out);
    }

    /** The same, with further variables that are handed over as they are. */
    public static void write(Object page, Map<String, Object> more, String template, Writer out) throws IOException {
        Map<String, Object> variables = TO_MAPS.convertValue(page, new TypeReference<>() {});
        variables.putAll(more);
        try {
            TEMPLATES.getTemplate(template).process(variables, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " is wrong", e);
        }
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(TemplatePage.class, "/report");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setNumberFormat("computer");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return templates;
    }

    private static final class MadePrintable extends StdScalarSerializer<String> {

        private static final long serialVersionUID = 1L;

        MadePrintable() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Printable.of(Printable.cut(text, LONGEST_TEXT)));
        }
    }
}
