package sample;

import java.io.IOException;
import java.util.stream.Stream;
import org.bitsconformance.junit.BitsConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {

    private static UploadServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new UploadServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicNode> keepsTheProtocol() {
        return BitsConformance.of(server.url()).plan("smoke").readback("url").tests();
    }
}
