package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesconsultant.warehouse.history.ProductCard;

class ProductsNamedTest {
    private static final ProductCard VANILLA = new ProductCard(1, "SYR-301", "Vanilla Syrup 1 l");
    private static final ProductCard SUGAR_FREE = new ProductCard(2, "SYR-304", "Sugar-Free Vanilla Syrup 1 l");
    private static final ProductCard BAGS = new ProductCard(3, "CUP-412", "Kraft Paper Bags with Handles");
    private static final List<ProductCard> BOUGHT = List.of(VANILLA, SUGAR_FREE, BAGS);

    private final ProductsNamed products = new ProductsNamed(Map.of("香草", "vanilla", "糖浆", "syrup", "无糖", "sugar-free"), List.of("with"));

    @Test
    void aProductIsNamedByItsCodeOrByMostOfItsWords() {
        assertThat(products.in("When did we last get syr-304?", BOUGHT)).containsExactly(SUGAR_FREE);
        assertThat(products.in("the last sugar free vanilla syrups", BOUGHT)).containsExactly(SUGAR_FREE);
    }

    @Test
    void productsThatAreNamedAlikeAreAllMeant() {
        assertThat(products.in("When did we last order vanilla syrup?", BOUGHT)).containsExactly(VANILLA, SUGAR_FREE);
    }

    @Test
    void chineseWordsNameProducts() {
        assertThat(products.in("上次的无糖香草糖浆是哪天买的", BOUGHT)).containsExactly(SUGAR_FREE);
    }

    @Test
    void commonWordsNameNothing() {
        assertThat(products.in("what did it come to with you", BOUGHT)).isEmpty();
    }
}
