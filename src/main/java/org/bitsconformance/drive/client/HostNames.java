package org.bitsconformance.drive.client;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.transcript.http.HostPort;

/** Whether two hosts are the same under different names, judged by their addresses. */
final class HostNames {

    /** How much is known about two hosts. */
    enum Sameness {
        /** One machine: an address and its name, or both are this machine. */
        SAME_MACHINE,
        /** Two names for one address; a proxy may serve several servers there. */
        SAME_ADDRESS,
        /** Two machines, as far as is known. */
        DIFFERENT
    }

    private HostNames() {}

    /** Compares the hosts of two URLs after looking up their names. A name that does not resolve equals no other. */
    static Sameness of(URI one, URI other) {
        String first = HostPort.of(one).host();
        String second = HostPort.of(other).host();
        List<InetAddress> addresses = addresses(first);
        List<InetAddress> others = addresses(second);
        boolean here = addresses.stream().anyMatch(HostNames::isHere)
                && others.stream().anyMatch(HostNames::isHere);
        if (here) {
            return Sameness.SAME_MACHINE;
        }
        if (addresses.stream().noneMatch(others::contains)) {
            return Sameness.DIFFERENT;
        }
        return isAddress(first) || isAddress(second) ? Sameness.SAME_MACHINE : Sameness.SAME_ADDRESS;
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }
}
