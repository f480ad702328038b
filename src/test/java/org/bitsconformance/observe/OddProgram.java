package org.bitsconformance.observe;

import java.io.IOException;
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
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(Integer.parseInt(arguments[1]));
    }
}
