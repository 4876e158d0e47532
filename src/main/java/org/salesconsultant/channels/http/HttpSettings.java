package org.salesconsultant.channels.http;

/**
 * Where the server listens.
 *
 * @param host an address of this machine; loopback unless told otherwise
 * @param port 0 takes a free one
 */
public record HttpSettings(String host, int port) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;
}
