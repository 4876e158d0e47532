package org.salesconsultant.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;

/**
 * Reads one Markdown file into passages. It may begin with settings between two lines of dashes ({@code audience: staff},
 * {@code company: sample}); then comes its title ({@code # Returns policy}) and sections ({@code ## Refunds}). A line
 * {@code <!-- asked: When is my money back? | How long does a refund take? -->} says how people ask for a section. A section
 * longer than {@value #LONGEST} characters becomes several passages, cut between paragraphs.
 */
final class MarkdownDocument {
    private static final int LONGEST = 1_200;
    private static final Pattern NAME = Pattern.compile("(?:.*/)?([^/]+)\\.([a-z]{2})\\.md");
    private static final Pattern ASKED = Pattern.compile("<!--\\s*asked:(.*)-->");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");

    private final String file;
    private final String document;
    private final Language language;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean forStaff;
    private boolean ofSample;

    private MarkdownDocument(String file) {
        this.file = file;
        var name = NAME.matcher(file);
        if (!name.matches()) {
            throw mistake(file, "its name does not say its language", "Name it like returns.en.md or returns.zh.md.");
        }
        document = name.group(1);
        language = Language.ofCode(name.group(2));
    }

    /** @throws UserError with file, line and the fix, when the name, the settings or the title are wrong */
    static List<Passage> read(String file, String markdown) {
        return new MarkdownDocument(file).passages(markdown.lines().toList());
    }

    private List<Passage> passages(List<String> lines) {
        for (int at = settings(lines); at < lines.size(); at++) {
            var line = lines.get(at).strip();
            var heading = HEADING.matcher(line);
            var questions = ASKED.matcher(line);
            if (heading.matches()) {
                close();
                asked.clear();
                enter(heading.group(1).length(), heading.group(2), at);
            } else if (questions.matches()) {
                Stream.of(questions.group(1).split("[|｜]")).map(String::strip).filter(question -> !question.isEmpty()).forEach(asked::add);
            } else if (line.isEmpty()) {
                closeIfLong();
            } else if (headings.isEmpty()) {
                throw mistake(at, "text stands before the title", "Begin with a line like \"# Returns policy\".");
            } else {
                add(line);
            }
        }
        close();
        if (passages.isEmpty()) {
            throw mistake(file, "it holds no text", "Write a title and sections, or remove the file.");
        }
        return passages;
    }

    /** Returns the first line after the settings. */
    private int settings(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int at = 1; at < lines.size(); at++) {
            switch (lines.get(at).strip()) {
                case "---" -> {
                    return at + 1;
                }
                case "audience: staff" -> forStaff = true;
                case "company: sample" -> ofSample = true;
                default -> throw mistake(at, "\"" + lines.get(at).strip() + "\" is no setting",
                        "Settings: \"audience: staff\" and \"company: sample\", closed by a line \"---\".");
            }
        }
        throw mistake(0, "its settings do not end", "Close them with a line \"---\".");
    }

    private void enter(int level, String heading, int at) {
        if (headings.isEmpty() != (level == 1)) {
            throw mistake(at, "a document has one title, first of all", "Use \"#\" for the title and \"##\" below it.");
        }
        while (headings.size() >= level) {
            headings.removeLast();
        }
        headings.add(heading.strip());
    }

    private void add(String line) {
        var plain = line.replaceFirst("^(?:[-*]|\\d+\\.)\\s+", "").replace("**", "");
        text.append(text.isEmpty() || language == Language.CHINESE ? "" : " ").append(plain);
    }

    private void closeIfLong() {
        if (text.length() > LONGEST) {
            close();
        }
    }

    private void close() {
        if (!text.isEmpty()) {
            var section = headings.size() == 1 ? headings.getFirst() : String.join(" › ", headings.subList(1, headings.size()));
            passages.add(new Passage(document, headings.getFirst(), section, text.toString(), List.copyOf(asked), language, forStaff, ofSample));
            text.setLength(0);
        }
    }

    private UserError mistake(int line, String what, String fix) {
        return mistake(file + " line " + (line + 1), what, fix);
    }

    private static UserError mistake(String where, String what, String fix) {
        return new UserError(UserError.Category.BAD_SETUP, where + ": " + what + ".", fix);
    }
}
