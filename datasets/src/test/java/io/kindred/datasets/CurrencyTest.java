package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Amounts of several currencies become amounts of one.
class CurrencyTest {
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final String RATES = "currency: EUR\nexchangeRates: {USD: 0.92, GBP: 1.17}";

  @TempDir private Path folder;

  @Test
  void everyAmountIsConverted() {
    assertThat(
            events(
                "1,100,USD\n",
                """
                orders: {id: id, amount: m, currency: c}
                    returns: {id: id, amount: m, currency: c}
                    carts: {id: id, value: m, currency: c, step: {constant: filled}}
                    subscriptions: {id: id, amount: m, currency: c, step: {constant: started}}
                """))
        .containsExactly(
            new Order("order:1", DAY, 92, 0, "", "", ""),
            new Return("return:1", DAY, 92, 0),
            new Cart("cart.filled:1", DAY, Cart.Step.FILLED, 92),
            new Subscription("subscription.started:1", DAY, Subscription.Step.STARTED, "", 92));
  }

  @Test
  void aBlankCurrencyIsTheDataSets() {
    assertThat(events("1,100,\n2,100,EUR\n", "orders: {id: id, amount: m, currency: c}"))
        .containsExactly(
            new Order("order:1", DAY, 100, 0, "", "", ""),
            new Order("order:2", DAY, 100, 0, "", "", ""));
  }

  @Test
  void linesAreConvertedEachAndAddedUpExactly() {
    // .1 * .92 + .2 * 1.17 + .3
    assertThat(
            events(
                "1,.1,USD\n1,.2,GBP\n1,.3,\n",
                "orders: {id: id, lines: true, amount: m, currency: c, product: c}"))
        .containsExactly(
            new Order(
                "order:1",
                DAY,
                .626,
                0,
                "",
                "",
                "",
                "GBP",
                "",
                List.of(
                    new OrderLine("", "", .3, 0),
                    new OrderLine("GBP", "", .234, 0),
                    new OrderLine("USD", "", .092, 0))));
  }

  @Test
  void theFilesWordsForCurrenciesAreTranslated() {
    assertThat(
            events(
                "1,100,$\n", "orders: {id: id, amount: m, currency: {column: c, words: {$: USD}}}"))
        .containsExactly(new Order("order:1", DAY, 92, 0, "", "", ""));
    assertThat(events("1,100,\n", "orders: {id: id, amount: m, currency: {constant: GBP}}"))
        .containsExactly(new Order("order:1", DAY, 117, 0, "", "", ""));
  }

  @Test
  void anUnknownCurrencyIsRefused() {
    refused(
        shop(RATES, "1,100,JPY\n", "orders: {id: id, amount: m, currency: c}"),
        "rows.csv:2: column c is \"JPY\" (expected EUR or one of exchangeRates: GBP, USD; say what one"
            + " costs in EUR: exchangeRates: {JPY: ...})");
    refused(
        shop("currency: EUR", "1,100,dollars\n", "orders: {id: id, amount: m, currency: c}"),
        "rows.csv:2: column c is \"dollars\" (expected EUR; say what one costs in EUR: exchangeRates:"
            + " {USD: ...})");
    refused(
        shop("currency: EUR", "1,100,\n", "orders: {amount: m, currency: {constant: CHF}}"),
        "rows.csv:2: the mapping's constant for currency is \"CHF\" (expected EUR; say what one costs"
            + " in EUR: exchangeRates: {CHF: ...})");
  }

  @Test
  void anAmountTooLargeOnceConvertedIsRefused() {
    refused(
        shop(RATES, "1,1e15,GBP\n", "orders: {id: id, amount: m, currency: c}"),
        "rows.csv:2: GBP 1E+15 is too large a number in EUR (expected at most 1e15; correct the row)");
  }

  @Test
  void ratesThatCannotBeAreRefused() {
    refused(
        shop("exchangeRates: {USD: 0.92}", "1,1,\n", "orders: {amount: m}"),
        "dataset.yaml:1:1: exchangeRates without currency (expected the one currency to count in, such"
            + " as currency: EUR)");
    refused(
        shop("currency: EUR\nexchangeRates: {USD: 0}", "1,1,\n", "orders: {amount: m}"),
        "dataset.yaml:1:1: exchangeRates says USD: 0 (expected what one USD costs, a number above 0)");
    refused(
        shop("currency: EUR\nexchangeRates: {usd: 1}", "1,1,\n", "orders: {amount: m}"),
        "dataset.yaml:1:1: exchangeRates has \"usd\" (expected three capital letters such as USD)");
    refused(
        shop("currency: EUR\nexchangeRates: {EUR: 2}", "1,1,\n", "orders: {amount: m}"),
        "dataset.yaml:1:1: exchangeRates has EUR, the data set's own currency (expected other"
            + " currencies only)");
    refused(
        shop("zone: UTC", "1,1,\n", "orders: {amount: m, currency: c}"),
        "dataset.yaml:1:1: currency is missing, but tables[0] says of which currency each order is"
            + " (expected the one currency to count in, such as currency: EUR, beside name)");
  }

  private List<Event> events(String rows, String mapped) {
    return shop(RATES, rows, mapped).read().customers().getFirst().history().events();
  }

  private Shop shop(String keys, String rows, String mapped) {
    return new Shop(folder)
        .with("rows.csv", "id,m,c,who\n" + rows.replace("\n", ",a\n"))
        .mapped(
            """
            name: Shop
            %s
            tables:
              - files: rows.csv
                customer: who
                time: 2025-01-01
                %s
            """
                .formatted(keys, mapped));
  }
}
