package org.bitsconformance.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.Side;

/** Every requirement, in the order of the files of the catalogue and of their entries. */
public final class Catalogue {

    private static final String FOLDER = "/catalogue/";

    /** The files in order, each with its title; those in the first are tested. */
    private static final List<File> FILES = List.of(
            new File("requirements.yaml", "What the suite judges"),
            new File("messages.yaml", "Messages (MC-BUP 2)"),
            new File("client.yaml", "Client (MC-BUP 3.1)"),
            new File("server.yaml", "Server (MC-BUP 3.2)"),
            new File("application.yaml", "Server application (MC-BUP 2.2.12, 2.2.13, 3.2 to 3.4)"),
            new File("download.yaml", "Downloads (MC-BUP 2.3, 3.5)"),
            new File("win32-packets.yaml", "Win32 pages: packets"),
            new File("win32-acks.yaml", "Win32 pages: Acks"),
            new File("win32-application.yaml", "Win32 pages: server application"),
            new File("win32-jobs.yaml", "Win32 pages: jobs of the client"),
            new File("win32-iis.yaml", "Win32 pages: IIS"));

    private record File(String name, String title) {}

    private final List<Chapter> chapters;
    private final Map<String, Requirement> byId = new LinkedHashMap<>();

    private Catalogue(List<Chapter> chapters) {
        this.chapters = List.copyOf(chapters);
        Map<String, String> fileOf = new LinkedHashMap<>();
        for (Chapter chapter : chapters) {
            for (Requirement requirement : chapter.requirements()) {
                String other = fileOf.put(requirement.id(), chapter.file());
                if (other != null) {
                    throw new IllegalStateException(
                            chapter.file() + ": " + requirement.id() + ": the id is used already, in " + other);
                }
                byId.put(requirement.id(), requirement);
            }
        }
    }

    /**
     * Reads the catalogue that comes with the suite.
     *
     * @throws IllegalStateException when an entry is wrong; names the file and the id
     */
    public static Catalogue load() {
        return Own.CATALOGUE;
    }

    /** Read on first use. */
    private static final class Own {

        static final Catalogue CATALOGUE = new Catalogue(FILES.stream()
                .map(file -> Chapter.parse(file.name(), file.title(), read(file.name())))
                .toList());
    }

    /**
     * A catalogue of these files.
     *
     * @throws IllegalStateException when two of their requirements have the same id
     */
    static Catalogue of(List<Chapter> chapters) {
        return new Catalogue(chapters);
    }

    /** The requirements by file. */
    public List<Chapter> chapters() {
        return chapters;
    }

    /** Every requirement, whether it is judged or not. */
    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** The requirements that are judged of servers. */
    public List<Requirement> tested() {
        return tested(EnumSet.of(Side.SERVER));
    }

    /** The requirements that are judged of these sides. */
    public List<Requirement> tested(Set<Side> sides) {
        return byId.values().stream()
                .filter(requirement -> requirement.tested() && sides.contains(requirement.binds()))
                .toList();
    }

    /** How many requirements have each status if only servers are judged; every status is a key. */
    public Map<Status, Integer> totals() {
        return totals(EnumSet.of(Side.SERVER));
    }

    /**
     * How many requirements have each status; every status is a key. If clients are not judged, whatever is tested of
     * them counts as client-side.
     *
     * @param sides which are judged
     */
    public Map<Status, Integer> totals(Set<Side> sides) {
        Map<Status, Integer> totals = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            totals.put(status, 0);
        }
        byId.values().forEach(requirement -> totals.merge(counted(requirement, sides), 1, Integer::sum));
        return totals;
    }

    private static Status counted(Requirement requirement, Set<Side> sides) {
        boolean left = requirement.tested() && requirement.binds() == Side.CLIENT && !sides.contains(Side.CLIENT);
        return left ? Status.CLIENT_SIDE : requirement.status();
    }

    /** The requirements that cite a normative sentence of MC-BUP. */
    public List<Requirement> citing(Fingerprint fingerprint) {
        return byId.values().stream()
                .filter(requirement -> requirement.sources().stream().anyMatch(source -> source.cites(fingerprint)))
                .toList();
    }

    /** How many of these sentences are cited. */
    public long cited(Fingerprints fingerprints) {
        return fingerprints.all().stream()
                .filter(fingerprint -> !citing(fingerprint).isEmpty())
                .count();
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The requirement with this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no requirement has the id " + id));
    }

    private static String read(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
