import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A generated company's order lines as one CSV file, as wide as Online Retail's (84 bytes a line): 3 years, orders of 5 to 20
 * lines in order of time, 100,000 customers, 5,000 products in 24 categories, 38 countries, 40 reps. A few customers and products
 * have most of the lines; one order in 50 is a return, one in 20 names no customer. Equal for equal seeds.
 *
 * <p>usage: {@code java src/bench/WarehouseCsv.java LINES FILE.csv}
 */
final class WarehouseCsv {
    private static final int CUSTOMERS = 100_000;
    private static final int PRODUCTS = 5_000;
    private static final int REPS = 40;
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 1_095;
    private static final int FEWEST_LINES = 5;
    private static final int MOST_LINES = 20;
    private static final List<String> COUNTRIES = List.of("UK", "Germany", "France", "Ireland", "Spain", "Netherlands", "Belgium", "Italy",
            "Portugal", "Austria", "Switzerland", "Sweden", "Norway", "Denmark", "Finland", "Poland", "Czechia", "Greece", "Cyprus", "Malta",
            "Iceland", "Latvia", "Lithuania", "Estonia", "Hungary", "Romania", "Croatia", "Slovenia", "Turkey", "Israel", "USA", "Canada",
            "Brazil", "Japan", "Singapore", "Australia", "Nigeria", "Bahrain");
    private static final List<String> CATEGORIES = List.of("Mugs", "Plates", "Bowls", "Cups", "Lamps", "Candles", "Clocks", "Frames", "Toys",
            "Games", "Bags", "Cards", "Paper", "Pens", "Tins", "Jars", "Signs", "Hooks", "Towels", "Rugs", "Vases", "Bells", "Trays", "Boxes");
    private static final List<String> COLOURS = List.of("RED", "PINK", "BLUE", "GREEN", "IVORY", "BLACK", "WHITE", "GOLD");
    private static final List<String> THINGS = List.of("MUG", "PLATE", "BOWL", "CUP", "LAMP", "CANDLE", "CLOCK", "FRAME", "TOY", "GAME", "BAG",
            "CARD", "PAPER", "PEN", "TIN", "JAR", "SIGN", "HOOK", "TOWEL", "RUG", "VASE", "BELL", "TRAY", "BOX");

    private WarehouseCsv() {}

    public static void main(String[] args) throws IOException {
        long lines = Long.parseLong(args[0].replace("_", ""));
        var random = new Random(84);
        try (var out = Files.newBufferedWriter(Path.of(args[1]))) {
            out.write("Invoice,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,Category,Rep\n");
            long written = 0;
            for (long number = 1; written < lines; number++) {
                int size = (int) Math.min(lines - written, FEWEST_LINES + random.nextInt(MOST_LINES - FEWEST_LINES + 1));
                order(out, random, number, (int) (written * DAYS / lines), size);
                written += size;
            }
        }
    }

    private static void order(BufferedWriter out, Random random, long number, int day, int size) throws IOException {
        boolean returned = random.nextInt(50) == 0;
        int customer = few(random, CUSTOMERS);
        var who = random.nextInt(20) == 0 ? "" : String.valueOf(100_000 + customer);
        var when = FIRST.plusDays(day) + " %02d:%02d".formatted(8 + random.nextInt(10), random.nextInt(60));
        // of a customer's own, so that each has one country and one rep
        var of = new Random(customer * 0x9E3779B97F4A7C15L);
        var where = of.nextInt(10) < 6 ? COUNTRIES.getFirst() : COUNTRIES.get(1 + few(of, COUNTRIES.size() - 1));
        var rep = "Rep " + (char) ('A' + of.nextInt(REPS) % 26) + (1 + of.nextInt(REPS) / 26);
        for (int line = 0; line < size; line++) {
            int product = few(random, PRODUCTS);
            int group = product % CATEGORIES.size();
            int cents = 85 + product * 37 % 2_400;
            int pieces = 1 + few(random, 48);
            out.write((returned ? "C" : "") + (1_000_000 + number) + ',' + (20_000 + product) + ',' + COLOURS.get(product / 24 % COLOURS.size()) + ' '
                    + THINGS.get(group) + " NUMBER " + product + ',' + (returned ? -pieces : pieces) + ',' + when + ',' + cents / 100 + '.'
                    + (cents % 100 < 10 ? "0" : "") + cents % 100 + ',' + who + ',' + where + ',' + CATEGORIES.get(group) + ',' + rep + '\n');
        }
    }

    /** The small ones often: one draw in two falls on a sixteenth of all. */
    private static int few(Random random, int all) {
        double draw = random.nextDouble();
        return (int) (draw * draw * draw * draw * all);
    }
}
