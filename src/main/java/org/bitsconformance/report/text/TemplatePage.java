package org.bitsconformance.report.text;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** Pages made from templates, which escape every text for HTML and get only printable text. */
public final class TemplatePage {

    /** Maximum number of characters of one text. */
    public static final int LONGEST_TEXT = 10_000;

    private static final Configuration TEMPLATES = templates();

    private TemplatePage() {}

    /**
     * Writes a page.
     *
     * @param variables of the template, which reads records by their components and their methods without arguments
     * @param longest maximum number of characters to show of one text
     * @throws IOException when it cannot be written
     */
    public static void write(String template, Map<String, ?> variables, int longest, Writer out) throws IOException {
        try {
            TEMPLATES.getTemplate(template).process(variables, out, new PrintableModel(longest));
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
}
