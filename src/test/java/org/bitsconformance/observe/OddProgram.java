package org.bitsconformance.observe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that does what its first argument says. */
final class OddProgram {

    private OddProgram() {}

    /** Ends with the exit code of the second argument, if it ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "print" -> System.out.print(arguments[2]);
            case "read" -> System.out.print("read " + System.in.read());
            case "flood" -> {
                System.out.println("first");
                byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 200; i++) {
                    System.out.write(block);
                }
                System.out.println("last");
            }
            case "fork" -> {
                new ProcessBuilder(arguments[2], "-cp", arguments[3], OddProgram.class.getName(), "hang", "0")
                        .inheritIO()
                        .start();
                System.in.read();
                new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
            }
            case "hang" -> {
                System.out.println("hanging");
                new CountDownLatch(1).await();
            }
            case "create" -> {
                System.out.println(arguments[4]);
                create(URI.create(arguments[2]));
                if (arguments[1].equals("hang")) {
                    new CountDownLatch(1).await();
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(Integer.parseInt(arguments[1]));
    }

    /** Sends a Create-Session and nothing else. */
    private static void create(URI url) throws IOException, InterruptedException {
        HttpRequest packet = HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .header("BITS-Packet-Type", "Create-Session")
                .header("BITS-Supported-Protocols", "{7df0354d-249b-430f-820d-3d2a9bef4931}")
                .header("Content-Name", "upload.bin")
                .method("BITS_POST", HttpRequest.BodyPublishers.ofByteArray(new byte[0]))
                .build();
        HttpClient.newHttpClient().send(packet, HttpResponse.BodyHandlers.discarding());
    }
}
