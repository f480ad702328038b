package org.bitsconformance.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of this suite, as the build knows them. */
public final class Suite {

    private static final Properties PROPERTIES = load();

    private Suite() {}

    public static String name() {
        return PROPERTIES.getProperty("name");
    }

    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    /** Both, as in {@code User-Agent} and reports. */
    public static String nameAndVersion() {
        return name() + "/" + version();
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Suite.class.getResourceAsStream("/suite.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
