package org.bitsconformance.drive.transport;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connected socket that stands in front of another: addresses and options are those of the one that carries it. */
abstract class CarriedSocket extends Socket {

    private final Socket carrier;

    CarriedSocket(Socket carrier) {
        this.carrier = carrier;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return carrier.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return carrier.getLocalAddress();
    }

    @Override
    public int getPort() {
        return carrier.getPort();
    }

    @Override
    public int getLocalPort() {
        return carrier.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return carrier.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return carrier.getLocalSocketAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        carrier.setTcpNoDelay(on);
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        carrier.setSoLinger(on, seconds);
    }
}
