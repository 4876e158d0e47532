package org.salesconsultant.channels.web;

import java.nio.file.Files;
import java.time.Duration;
import org.salesconsultant.channels.http.RunningServer;

/** The page over scripted answers, to work on it: prints a sign-in link and runs until it is stopped. */
final class PagePreview {
    private PagePreview() {}

    /** @param args what the warehouse holds (OWN, SAMPLE, NOTHING) and a port */
    public static void main(String[] args) throws Exception {
        var server = RunningServer.forPage(Files.createTempDirectory("preview"), RunningServer.Holds.valueOf(args[0]),
                Duration.ofMillis(60), Integer.parseInt(args[1]));
        System.out.println(server.link());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }
}
