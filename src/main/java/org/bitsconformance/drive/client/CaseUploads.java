package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.UrlText;

/** Prepares the uploads of one case, each with its own content, and with its own name unless it is told another. */
public final class CaseUploads {

    private static final long FIRST_SEED = 0xB175;

    private final BitsClient client;
    private final TargetLink link;
    private final AtomicInteger prepared;

    /** {@code prepared} counts the uploads of the case. */
    CaseUploads(BitsClient client, AtomicInteger prepared) {
        this.client = client;
        this.link = client.link();
        this.prepared = prepared;
    }

    /** The uploads of the same case by another client, which go on after these. */
    CaseUploads by(BitsClient other) {
        return new CaseUploads(other, prepared);
    }

    /** Like {@link BitsClient#upload(long)}. */
    Upload of(long size) {
        Target target = link.target();
        if (size > target.uploads().largest().orElse(Long.MAX_VALUE)) {
            throw client.notApplicable("the target declares maxUpload "
                    + target.uploads().largest().getAsLong() + " bytes, but this case needs " + size);
        }
        return overLimit(size);
    }

    /** Like {@link BitsClient#upload(long)}, but may exceed the target's declared limit. */
    public Upload overLimit(long size) {
        return withName(size, link.newName());
    }

    /**
     * Like {@link #overLimit}, with an unusual destination name.
     *
     * @param form the name, percent-encoded if necessary; {@code *} in it stands for its own name
     */
    public Upload named(long size, String form) {
        if (!link.target().namesUploads()) {
            throw client.notApplicable("the target has one URL for every upload, but this case needs a name");
        }
        return withName(size, form.replace("*", link.newName()));
    }

    /** Another upload to the destination of an existing one. */
    public Upload to(Upload other) {
        return to(other, other.size());
    }

    /** Like {@link #to(Upload)}, with another number of bytes. */
    public Upload to(Upload other, long size) {
        return new Upload(client, other.name(), other.route().origin(), payload(size));
    }

    /**
     * An upload in another place than the target's. A name goes into the place as it goes into a target's URL.
     *
     * @param place an absolute http or https URL
     * @throws DrivingStopped when it is at another host, which must not get what the suite sends to the target
     */
    public Upload in(String place, long size) {
        String name = link.newName();
        return at(Target.at(place).uploadUrl(name), name, size);
    }

    /** Like {@link #in}, but to the place itself. */
    public Upload at(String place, long size) {
        return at(URI.create(UrlText.repaired(place)), link.newName(), size);
    }

    private Upload at(URI url, String name, long size) {
        if (!url.getScheme().equalsIgnoreCase(link.probeUrl().getScheme())) {
            throw client.notApplicable(
                    "the target uses " + link.probeUrl().getScheme() + ", but the place uses " + url.getScheme());
        }
        if (link.target().hasSecrets() && !NamedHosts.sameHost(url, link.probeUrl())) {
            throw client.notApplicable("the target's credentials and headers are not sent to another host, and "
                    + url.getRawAuthority() + " is one");
        }
        return new Upload(client, name, url, payload(size));
    }

    /** An upload with this name. */
    Upload withName(long size, String name) {
        if (prepared.get() > 0 && !link.target().namesUploads()) {
            throw client.notApplicable("the target has one URL for every upload, but this case needs several");
        }
        return new Upload(client, name, link.target().uploadUrl(name), payload(size));
    }

    private Payload payload(long size) {
        long seed = FIRST_SEED + prepared.getAndIncrement();
        return client.adaptation().to(Subject.CONTENT) ? Payload.ascii(seed, size) : new Payload(seed, size);
    }
}
