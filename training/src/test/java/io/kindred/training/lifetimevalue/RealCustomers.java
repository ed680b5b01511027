package io.kindred.training.lifetimevalue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import io.kindred.features.testing.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/// Customers of the public purchase data, as of a date.
final class RealCustomers {
  /// One customer: the purchase days up to the cut-off, and how many followed within the horizon.
  record Observed(PurchaseSummary summary, List<Double> repeatAmounts, int purchasesAfter) {}

  private record Purchase(String customer, LocalDate day, double amount) {}

  private RealCustomers() {}

  /// Fader and Hardie's 1/10 sample: 39 weeks, then 39 weeks more; times in weeks.
  static List<Observed> cdnow() {
    Path file = RealData.file("CDNOW_sample.txt.gz");
    return observed(
        purchases(file, 0, RealCustomers::cdnowPurchase), LocalDate.of(1997, 9, 30), 39);
  }

  /// UCI Online Retail up to 2011-06-09, then 26 weeks; times in weeks.
  static List<Observed> onlineRetail() {
    Path file = RealData.file("online_retail_tx.csv.gz");
    return observed(
        purchases(file, 1, RealCustomers::onlineRetailPurchase), LocalDate.of(2011, 6, 9), 26);
  }

  static List<PurchaseSummary> summaries(List<Observed> customers) {
    return customers.stream().map(Observed::summary).toList();
  }

  private static Purchase cdnowPurchase(String line) {
    String[] fields = line.strip().split("\\s+", -1);
    LocalDate day = LocalDate.parse(fields[2], BASIC_ISO_DATE);
    return new Purchase(fields[1], day, Double.parseDouble(fields[4]));
  }

  private static Purchase onlineRetailPurchase(String line) {
    String[] fields = line.split(",", -1);
    return new Purchase(fields[0], LocalDate.parse(fields[1]), Double.parseDouble(fields[3]));
  }

  private static List<Purchase> purchases(Path file, int header, Function<String, Purchase> parse) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return lines.lines().skip(header).map(parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Observed> observed(
      List<Purchase> purchases, LocalDate cutOff, int weeksAfter) {
    Map<String, NavigableMap<LocalDate, Double>> days = new LinkedHashMap<>();
    for (Purchase purchase : purchases) {
      days.computeIfAbsent(purchase.customer(), _ -> new TreeMap<>())
          .merge(purchase.day(), purchase.amount(), Double::sum);
    }
    LocalDate end = cutOff.plusWeeks(weeksAfter);
    return days.values().stream()
        .filter(own -> !own.firstKey().isAfter(cutOff))
        .map(own -> observed(own, cutOff, end))
        .toList();
  }

  private static Observed observed(
      NavigableMap<LocalDate, Double> days, LocalDate cutOff, LocalDate end) {
    LocalDate first = days.firstKey();
    var repeat = days.subMap(first, false, cutOff, true);
    LocalDate last = repeat.isEmpty() ? first : repeat.lastKey();
    PurchaseSummary summary =
        new PurchaseSummary(repeat.size(), weeks(first, last), weeks(first, cutOff));
    return new Observed(
        summary, List.copyOf(repeat.values()), days.subMap(cutOff, false, end, true).size());
  }

  private static double weeks(LocalDate from, LocalDate to) {
    return (to.toEpochDay() - from.toEpochDay()) / 7.0;
  }
}
