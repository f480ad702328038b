package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;

/** The target files of the page for administrators of IIS. */
class IisPageTests {

    @Test
    void target_files_load() throws IOException {
        Environment environment = new Environment(name -> "x");
        assertThat(ExampleFiles.in("docs/iis.md")).hasSize(3).allSatisfy(example -> {
            TargetFile target = TargetFileParser.parse(new TextFile("iis.yaml", example), environment);
            assertThat(target.target().declared().capabilities().overwrite()).isPresent();
            assertThat(target.dialect()).contains(Dialect.WINDOWS);
        });
    }
}
