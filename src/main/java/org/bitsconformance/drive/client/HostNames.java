package org.bitsconformance.drive.client;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.transcript.http.HostPort;

/** Whether two hosts are one under different names, by the addresses that the names stand for. */
final class HostNames {

    /** How much is known about two hosts. */
    enum Sameness {
        /** One machine: an address and a name for it, or both are this machine. */
        SAME_MACHINE,
        /** Two names for one address, under which several servers may live that a proxy tells apart. */
        SAME_ADDRESS,
        /** As far as is known, two machines. */
        DIFFERENT
    }

    private HostNames() {}

    /** Compares the hosts of two URLs; names are looked up. A name that leads nowhere is the same as no other. */
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
