package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    /** Headers over rows of numbers: all there is to tell the encoding by. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "GB18030|订单编号,产品编码,数量,单价,折扣率", "GB18030|客户,地区,销售额", "GB18030|商品名称,库存", "Big5|訂單編號,產品編碼,數量,單價,折扣率,客戶名稱,國家,銷售員",
        "EUC-KR|주문번호,제품코드,수량,단가,할인율", "windows-1252|Menge;Stück;Größe;Straße", "windows-1252|Produit;Quantité;Prix unitaire;Société"})
    void aShortTextIsReadInItsOwnEncoding(String charset, String header) {
        var encoded = header.getBytes(Charset.forName(charset));
        assertEquals(header, new String(encoded, Encoding.detect(encoded)));
    }
}
