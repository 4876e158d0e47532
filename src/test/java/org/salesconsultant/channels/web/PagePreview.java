package org.salesconsultant.channels.web;

import java.nio.file.Files;
import java.time.Duration;
import org.salesconsultant.channels.http.RunningServer;

/** The page over scripted answers, and the widget on another site, to work on them: prints their addresses and runs until it is stopped. */
final class PagePreview {
    private PagePreview() {}

    /** @param args what the warehouse holds (OWN, SAMPLE, NOTHING), a port, and one for the other site */
    public static void main(String[] args) throws Exception {
        var host = new HostPage(Integer.parseInt(args[2]));
        var server = RunningServer.forPage(Files.createTempDirectory("preview"), RunningServer.Holds.valueOf(args[0]),
                Duration.ofMillis(60), Integer.parseInt(args[1]), host.origin());
        System.out.println(server.link());
        System.out.println(host.with(server, 15).origin());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }
}
