package org.bitsconformance.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.junit.jupiter.api.Test;

class PrintableModelTests {

    private final PrintableModel model = new PrintableModel(8);

    private record Sample(String text, Optional<String> missing, Fate fate, List<String> texts) {

        @SuppressWarnings("UnusedMethod") // the model calls it by its name
        String twice() {
            return text + text;
        }
    }

    @Test
    void record_has_components_and_methods_by_name() throws TemplateException {
        assertThat(text("text")).isEqualTo("\\x1B[1m");
        assertThat(text("twice")).isEqualTo("\\x1B[1m\\x1B[1m");
        assertThat(text("fate")).isEqualTo("not judged");
        assertThat(sample().get("missing")).isNull();
        assertThatThrownBy(() -> sample().get("other")).hasMessageContaining("Sample has no other");
    }

    @Test
    void texts_in_lists_and_maps_are_printable_and_cut() throws TemplateException {
        TemplateSequenceModel texts = (TemplateSequenceModel) sample().get("texts");
        assertThat(((TemplateScalarModel) texts.get(0)).getAsString()).isEqualTo("\\u202E");
        TemplateHashModel map = (TemplateHashModel) model.wrap(Map.of("key", "123456789"));
        assertThat(((TemplateScalarModel) map.get("key")).getAsString()).isEqualTo("12345678… (cut: 9 characters)");
    }

    private String text(String name) throws TemplateException {
        return ((TemplateScalarModel) sample().get(name)).getAsString();
    }

    private TemplateHashModel sample() throws TemplateException {
        return (TemplateHashModel)
                model.wrap(new Sample("\u001B[1m", Optional.empty(), Fate.NOT_JUDGED, List.of("\u202E")));
    }
}
