package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewFeedback;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Feedback and reviews: a rating, words or both. Ratings of another scale than 1 to 5 are brought to it once all are seen. */
final class FeedbackRows implements RowKind<FeedbackRows.Row> {
    private static final Pattern OF_SO_MANY = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(?:/|of|out of)\\s*(\\d+)(?: stars?)?");
    private static final Pattern STARS = Pattern.compile("(★+)☆*|(\\d(?:\\.\\d)?) stars?");
    private static final double MOST = 5;
    private static final double HIGHEST = 100;

    private long ratings;
    private long withoutText;
    private long withoutProduct;
    private long withoutCategory;
    private double highest;

    /** @param rating as the file has it */
    record Row(@Nullable String code, @Nullable LocalDate date, CustomerCells customer, ProductCells product, @Nullable Double rating,
               @Nullable String source, @Nullable String language, @Nullable String title, @Nullable String text) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var text = cells.text(Field.TEXT);
        var rating = rating(cells);
        var title = cells.text(Field.SUBJECT);
        if (text == null && rating == null && title == null) {
            throw new RejectedRow(Code.NO_CONTENT, "Neither rating nor text is given.");
        }
        var moment = cells.moment(Field.DATE);
        return new Row(cells.code(Field.FEEDBACK_CODE), moment == null ? null : moment.date(), CustomerCells.of(cells), ProductCells.of(cells), rating,
                cells.text(Field.FEEDBACK_SOURCE), cells.text(Field.LANGUAGE), title, text);
    }

    /** 4, 4.5, 8/10, 4 out of 5, ★★★★, 4 stars. */
    private static @Nullable Double rating(Cells cells) throws RejectedRow {
        var text = cells.text(Field.RATING);
        if (text == null) {
            return null;
        }
        var share = OF_SO_MANY.matcher(text);
        if (share.matches()) {
            return 1 + (Double.parseDouble(share.group(1).replace(',', '.')) - 1) * (MOST - 1) / (Double.parseDouble(share.group(2)) - 1);
        }
        var stars = STARS.matcher(text);
        if (stars.matches()) {
            return stars.group(1) != null ? (double) stars.group(1).length() : Double.parseDouble(stars.group(2));
        }
        var number = cells.number(Field.RATING);
        double rating = number == null ? 0 : number / 10_000.0;
        if (rating < 0 || rating > HIGHEST) {
            throw new RejectedRow(Code.OUT_OF_RANGE, "The rating " + text + " lies outside of 0 to 100.");
        }
        return rating;
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.feedback(new NewFeedback(row.code(), row.date(), row.customer().key(star), row.product().key(star),
                row.rating() == null ? null : (Integer) (int) Math.round(row.rating()), row.source(), row.language(), row.title(), row.text()));
        ratings += row.rating() == null ? 0 : 1;
        highest = Math.max(highest, row.rating() == null ? 0 : row.rating());
        withoutText += row.text() == null ? 1 : 0;
        withoutProduct += row.product().name() == null ? 1 : 0;
        withoutCategory += row.product().category() == null ? 1 : 0;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.addAll(handle.createQuery("SELECT count(*), count(DISTINCT product_key), round(avg(rating), 2) FROM feedback WHERE run_key = ?").bind(0, run)
                .map((row, context) -> List.of(new Figure("In the file", "reviews", row.getLong(1)), new Figure("In the file", "products", row.getLong(2)),
                        new Figure("In the file", "average rating of 1 to 5", row.getObject(3)))).one());
        figures.add(new Figure("In the file", "reviews with a rating", ratings));
        if (highest > MOST) {
            figures.add(new Figure("Read as", "ratings up to " + Math.round(highest), "1 to 5"));
        }
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "reviews without text", withoutText));
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "reviews without a product", withoutProduct));
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "reviews without a category", withoutCategory));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
