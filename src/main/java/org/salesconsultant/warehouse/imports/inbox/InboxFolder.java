package org.salesconsultant.warehouse.imports.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;

/**
 * The folder that people and programs put files into. Those that came in lie in {@code done} below it, those that did not in
 * {@code refused}, each with what is to be said of it beside it. Names that programs give to files they have not finished, hidden
 * files and links are left alone.
 */
public record InboxFolder(Path path) {
    /** What is said of a file stands beside it under its name and this. */
    public static final String TEXT = ".report.txt";
    /** The same for programs, as {@code import --json} prints it. */
    public static final String JSON = ".report.json";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final Pattern UNFINISHED = Pattern.compile("[.~].*|.*(~|\\.(part|partial|filepart|tmp|temp|crdownload|download|opdownload|swp|lock|lck))", Pattern.CASE_INSENSITIVE);

    /** Whether somebody made it. */
    public boolean exists() {
        return Files.isDirectory(path);
    }

    /** Files that lie here to be taken, written to the end or not; none where there is no folder. */
    public List<Path> waiting() {
        return files(path).filter(file -> !UNFINISHED.matcher(name(file)).matches()).toList();
    }

    /** Files that did not come in and lie here still, in the order of their names. */
    public List<Path> refused() {
        return files(path.resolve(REFUSED)).filter(file -> !name(file).endsWith(TEXT) && !name(file).endsWith(JSON)).sorted().toList();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList().stream();
        } catch (IOException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Cannot read the folder " + folder + ": " + e.getMessage() + ".", "Check that this user may read it.");
        }
    }

    /** What a file is like now. @throws IOException where it is gone */
    static Look look(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Look(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    /** A file that is written to changes in one of these. */
    record Look(long bytes, long modifiedMillis) {}

    /**
     * Puts a file away, with what is to be said of it: that first, so that no file lies there without.
     *
     * @return where it lies now, under another name where its own is taken
     */
    Path putAway(Path file, Intake.Taken taken) throws IOException {
        var folder = Files.createDirectories(path.resolve(taken.verdict() == Intake.Verdict.CAME_IN ? DONE : REFUSED));
        var target = free(folder, name(file));
        Files.writeString(target.resolveSibling(name(target) + TEXT), taken.text() + System.lineSeparator());
        Files.writeString(target.resolveSibling(name(target) + JSON), taken.json() + System.lineSeparator());
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@code orders.csv.gz}, then {@code orders-2.csv.gz}. */
    private static Path free(Path folder, String name) {
        int point = name.indexOf('.');
        var title = point < 0 ? name : name.substring(0, point);
        var target = folder.resolve(name);
        for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = folder.resolve(title + "-" + number + name.substring(title.length()));
        }
        return target;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
