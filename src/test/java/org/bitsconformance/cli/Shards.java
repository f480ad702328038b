package org.bitsconformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.merge.Merged;

/** Runs some cases as a whole or in shards, each against its own server. */
record Shards(Path folder, Fault fault) {

    static final String SOME =
            "ping,create-session,create-content-name,upload-gap,overlap,cancel-session,close-session,unknown-session";

    RunResult run(String name, String... options) {
        String[] more = Stream.concat(Stream.of("only", SOME, "timeout", "10s"), Stream.of(options))
                .toArray(String[]::new);
        try (ReferenceServer server = ReferenceServer.start(EmbeddedServer.options(Document.MC_BUP)
                .withFaults(Stream.ofNullable(fault).toList()))) {
            return InProcess.run(server, InProcess.request("", folder.resolve(name), more));
        }
    }

    /** Runs these shards of {@code of}. */
    List<RunResult> run(int of, List<Integer> numbers, String... options) {
        List<RunResult> results = new ArrayList<>();
        for (int number : numbers) {
            String[] more = Stream.concat(Stream.of("shard", number + "/" + of), Stream.of(options))
                    .toArray(String[]::new);
            results.add(run(String.valueOf(number), more));
        }
        return results;
    }

    RunResult merged(String... names) {
        return Merged.of(new Merged.Request(
                        Stream.of(names)
                                .map(name -> folder.resolve(name).toString())
                                .toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("merged").toString())))
                .result();
    }

    /** What {@code merge} prints, given the names of folders and then options. */
    CommandOutput merge(List<String> names, String... options) {
        List<String> arguments = new ArrayList<>(List.of("merge"));
        names.forEach(name -> arguments.add(folder.resolve(name).toString()));
        arguments.addAll(List.of("--out", folder.resolve("merged").toString()));
        arguments.addAll(List.of(options));
        return CommandOutput.of(arguments.toArray(String[]::new));
    }

    static Map<String, Verdict> ofCases(RunResult result) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        result.cases().forEach(one -> verdicts.put(one.id(), one.verdict()));
        return verdicts;
    }

    /** For each requirement, its verdict, how often it was judged and how often it was broken. */
    static Map<String, List<Object>> ofRequirements(RunResult result) {
        Map<String, List<Object>> verdicts = new LinkedHashMap<>();
        result.requirements()
                .forEach(one -> verdicts.put(
                        one.requirement().id(), List.of(one.verdict(), one.reason(), one.judged(), one.broken())));
        return verdicts;
    }
}
