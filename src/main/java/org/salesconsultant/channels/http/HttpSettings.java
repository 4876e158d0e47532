package org.salesconsultant.channels.http;

import com.typesafe.config.Config;

/**
 * The section {@code server}: where the server listens.
 *
 * @param host an address of this machine; loopback unless told otherwise
 * @param port 0 takes a free one
 */
public record HttpSettings(String host, int port) {
    private static final String EVERYWHERE = "0.0.0.0";

    public static HttpSettings of(Config server) {
        return new HttpSettings(server.getString("host"), server.getInt("port"));
    }

    public HttpSettings onPort(int other) {
        return new HttpSettings(host, other);
    }

    /** The address a browser on this machine opens. @param taken the port that is listened on */
    public String url(int taken) {
        return "http://" + (host.equals(EVERYWHERE) ? "127.0.0.1" : host) + ":" + taken;
    }
}
