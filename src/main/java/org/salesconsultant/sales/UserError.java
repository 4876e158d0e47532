package org.salesconsultant.sales;

/**
 * Something a person did or set up wrong, in one line, with the next step. Every channel shows both; nobody sees a stack
 * trace for it.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of mistake; channels turn it into an HTTP status or an exit code. A bad file is one whose content cannot be used. */
    public enum Category { BAD_INPUT, BAD_FILE, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, CONFLICT, TOO_LARGE, TOO_MANY, UNAVAILABLE, BAD_SETUP }

    private final Category category;
    private final String hint;

    /**
     * @param message what is wrong, a whole sentence
     * @param hint what to do next, a whole sentence
     */
    public UserError(Category category, String message, String hint) {
        super(message);
        this.category = category;
        this.hint = hint;
    }

    public Category category() {
        return category;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
