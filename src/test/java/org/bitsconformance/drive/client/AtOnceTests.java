package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.junit.jupiter.api.Test;

class AtOnceTests {

    @Test
    void theOthersGoOnWhereOneCannot() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200));
                Bench bench = Bench.at(server);
                BitsClient client = bench.link().openCase("at-once")) {
            AtOnce atOnce = client.atOnce(3, number -> 1000);
            List<Upload> all = atOnce.going();
            Upload stopped = all.get(1);
            Set<Upload> visited = ConcurrentHashMap.newKeySet();

            atOnce.each(upload -> {
                if (upload == stopped) {
                    throw client.prerequisiteMissing("no room");
                }
            });
            atOnce.each(visited::add);

            assertThat(atOnce.going()).containsExactly(all.get(0), all.get(2));
            assertThat(visited).containsExactlyInAnyOrder(all.get(0), all.get(2));
            assertThatThrownBy(atOnce::end).isInstanceOf(DrivingStopped.class).hasMessageContaining("no room");
        }
    }
}
