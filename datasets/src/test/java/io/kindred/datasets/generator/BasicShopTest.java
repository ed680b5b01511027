package io.kindred.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first demo's shop stays byte for byte what it was, and its truth is the closed form.
class BasicShopTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);

  @TempDir private Path folder;

  @Test
  void itsFilesAreThoseOfTheFirstVersion() throws IOException, NoSuchAlgorithmException {
    Path shop = folder.resolve("shop");
    Generator.generate(GeneratorOptions.eighteenMonths(300, 1, LAST_DAY)).writeTo(shop);

    assertThat(digest(Files.readString(shop.resolve("orders.csv")))).isEqualTo("43ed53923281");
    assertThat(digest(Files.readString(shop.resolve("carts.csv")))).isEqualTo("4cc52a79aa7a");
    assertThat(digest(Files.readString(shop.resolve("returns.csv")))).isEqualTo("856ca8587085");
    assertThat(digest(Files.readString(shop.resolve("profiles.csv")))).isEqualTo("94c97c7e64d7");
    assertThat(digest(Files.readString(shop.resolve("survey.csv")))).isEqualTo("9ec1709ce470");
    assertThat(digest(Files.readString(shop.resolve("future_orders.csv"))))
        .isEqualTo("380759e33fb0");
    String firstColumnsOfTruth =
        Files.readAllLines(shop.resolve("truth.csv")).stream()
            .map(line ->
                Arrays.stream(line.split(",", -1)).limit(7).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(digest(firstColumnsOfTruth)).isEqualTo("677c7efb5137");
  }

  @Test
  void itsTruthIsTheClosedForm() {
    GeneratedCustomers generated =
        Generator.generate(GeneratorOptions.eighteenMonths(2000, 2, LAST_DAY));
    List<SyntheticSegment> segments = Scenario.BASIC_SHOP.definition().segments();

    assertThat(generated.customers())
        .filteredOn(customer -> customer.truth().alive())
        .hasSizeGreaterThan(1000)
        .allSatisfy(customer -> {
          Truth truth = customer.truth();
          SyntheticSegment segment =
              segments.stream()
                  .filter(one -> one.name().equals(truth.microSegment()))
                  .findFirst()
                  .orElseThrow();
          double l = truth.ordersPerYear() / 365.25;
          double m = 1 / segment.lifetimeDays();
          assertThat(truth.purchaseProbability())
              .isEqualTo(l / (l + m) * -Math.expm1(-(l + m) * 90));
          assertThat(truth.expectedOrders()).isEqualTo(l / m * -Math.expm1(-m * 90));
          assertThat(truth.leaveProbability()).isEqualTo(1 - Math.exp(-m * 90));
          assertThat(truth.rateFactor()).isEqualTo(1);
          assertThat(truth.migration()).isEmpty();
          assertThat(truth.uplift()).isEmpty();
        });
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 6);
  }
}
