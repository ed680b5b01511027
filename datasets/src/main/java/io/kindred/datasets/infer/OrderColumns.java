package io.kindred.datasets.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The columns of a table of orders.
///
/// @param amount what was paid; one column, or two that are multiplied
/// @param sign the column that is below zero where something was given back; none where nothing is
/// @param lines whether several rows have one id
record OrderColumns(
    List<ColumnFacts> amount,
    String amountWhy,
    Optional<String> amountCheck,
    Optional<ColumnFacts> quantity,
    Optional<ColumnFacts> id,
    String idWhy,
    boolean lines,
    Optional<ColumnFacts> sign,
    String signWhy) {
  private static final double SAME = 0.95;
  private static final int MOST_COMPARED = 50_000;

  /// What a table's columns say of orders; none where no column says what was paid.
  static Optional<OrderColumns> of(SampledTable table, ColumnFacts customer, TimeChoice time) {
    List<ColumnFacts> numbers =
        table.columns().stream()
            .filter(column -> column.numbers().isPresent())
            .filter(column -> !column.equals(customer) && !column.equals(time.column()))
            .toList();
    boolean named = table.shape().map(TextShape::header).orElse(true);
    Optional<ColumnFacts> quantity =
        best(numbers, Role.QUANTITY).filter(ColumnFacts::isWholeNumbers);
    Optional<ColumnFacts> price =
        best(numbers, Role.PRICE).filter(column -> quantity.filter(column::equals).isEmpty());
    Optional<ColumnFacts> total =
        numbers.stream()
            .filter(column -> quantity.filter(column::equals).isEmpty())
            .filter(column -> price.filter(column::equals).isEmpty())
            .filter(column -> amountScore(column) > 0)
            .max(
                Comparator.comparingInt(OrderColumns::amountScore)
                    .thenComparing(column -> !column.isWholeNumbers()));
    if (!named) {
      return nameless(numbers);
    }
    Optional<Amount> amount = amount(total, quantity, price);
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    Optional<ColumnFacts> sign =
        amount.get().columns().stream()
            .filter(column -> column.numbers().orElseThrow().negative() > 0)
            .findFirst();
    Id id = id(table, customer, time, sign);
    return Optional.of(
        new OrderColumns(
            amount.get().columns(),
            amount.get().why(),
            amount.get().check(),
            quantity,
            id.column(),
            id.why(),
            id.lines(),
            sign,
            sign.map(column -> signWhy(column, id.column())).orElse("")));
  }

  private static int amountScore(ColumnFacts column) {
    return Role.AMOUNT.score(column.spoken())
        - (Role.QUANTITY.isIn(column.spoken()) && !Role.AMOUNT.is(column.spoken()) ? 1 : 0);
  }

  private record Amount(List<ColumnFacts> columns, String why, Optional<String> check) {}

  private static Optional<Amount> amount(
      Optional<ColumnFacts> total, Optional<ColumnFacts> quantity, Optional<ColumnFacts> price) {
    if (quantity.isPresent() && price.isPresent()) {
      List<ColumnFacts> both = List.of(quantity.get(), price.get());
      if (total.isEmpty()) {
        return Optional.of(
            new Amount(both, "no column has the product of the two", Optional.empty()));
      }
      boolean isProduct = isProduct(total.get(), quantity.get(), price.get());
      return Optional.of(
          isProduct
              ? new Amount(
                  List.of(total.get()),
                  "%s times %s".formatted(quantity.get().name(), price.get().name()),
                  Optional.empty())
              : new Amount(
                  both,
                  "%s is something else".formatted(total.get().name()),
                  Optional.of("or is what was paid in %s?".formatted(total.get().name()))));
    }
    if (total.isPresent()) {
      return Optional.of(new Amount(List.of(total.get()), "its name", Optional.empty()));
    }
    return price.map(only ->
        new Amount(
            List.of(only), "its name", Optional.of("is this what was paid, or the price of one?")));
  }

  private static boolean isProduct(ColumnFacts total, ColumnFacts quantity, ColumnFacts price) {
    int compared = 0;
    int same = 0;
    for (int row = 0; row < Math.min(total.rows(), MOST_COMPARED); row++) {
      double product = quantity.number(row) * price.number(row);
      double said = total.number(row);
      if (Double.isFinite(product) && Double.isFinite(said)) {
        compared++;
        same += Math.abs(product - said) <= 0.011 + 1e-3 * Math.abs(said) ? 1 : 0;
      }
    }
    return compared > 0 && same >= SAME * compared;
  }

  private record Id(Optional<ColumnFacts> column, String why, boolean lines) {}

  /// The column of orders' ids: named so, and one customer and one day each, as orders and as
  /// returns.
  private static Id id(
      SampledTable table, ColumnFacts customer, TimeChoice time, Optional<ColumnFacts> sign) {
    List<ColumnFacts> named =
        table.columns().stream()
            .filter(
                column -> !column.equals(customer) && column.couldBeIds() && column.blank() == 0)
            .filter(column -> Role.ORDER_ID.isIn(column.spoken()))
            .sorted(Comparator.comparingInt(column -> -Role.ORDER_ID.score(column.spoken())))
            .toList();
    IntPredicate given = row -> sign.map(column -> column.number(row) < 0).orElse(false);
    List<String> not = new ArrayList<>();
    for (ColumnFacts column : named) {
      boolean ofOne =
          List.of(given, given.negate()).stream()
              .allMatch(rows ->
                  Repetition.decides(column, customer, rows)
                      && Repetition.share(column, time::dayOf, rows) == 1);
      if (ofOne) {
        boolean lines =
            !(Repetition.isUnique(column, given) && Repetition.isUnique(column, given.negate()));
        return new Id(
            Optional.of(column),
            lines ? "one customer and one day each" : "its name; different in every row",
            lines);
      }
      not.add(column.name());
    }
    return new Id(
        Optional.empty(),
        not.isEmpty()
            ? ""
            : "%s is no id: it has rows of several customers or days"
                .formatted(String.join(", ", not)),
        false);
  }

  private static String signWhy(ColumnFacts sign, Optional<ColumnFacts> id) {
    int negative = sign.numbers().orElseThrow().negative();
    return id.flatMap(column -> prefix(column, sign))
        .map(prefix ->
            "%d rows are below 0: returns; just these have %s beginning with %s"
                .formatted(negative, id.orElseThrow().name(), prefix))
        .orElse("%d rows are below 0: returns".formatted(negative));
  }

  /// The letter with which ids begin where something was given back, and only there.
  private static Optional<String> prefix(ColumnFacts id, ColumnFacts sign) {
    Set<String> ofReturns = firstLetters(id, row -> sign.number(row) < 0);
    Set<String> ofOrders = firstLetters(id, row -> !(sign.number(row) < 0));
    return ofReturns.size() == 1
            && !ofOrders.containsAll(ofReturns)
            && Character.isLetter(ofReturns.iterator().next().charAt(0))
        ? Optional.of(ofReturns.iterator().next())
        : Optional.empty();
  }

  private static Set<String> firstLetters(ColumnFacts id, IntPredicate rows) {
    return IntStream.range(0, id.rows())
        .filter(rows)
        .mapToObj(id::cell)
        .filter(cell -> !cell.isEmpty())
        .map(cell -> cell.substring(0, 1))
        .collect(Collectors.toSet());
  }

  /// Without names: the last column with decimals is money, one with small whole numbers pieces.
  private static Optional<OrderColumns> nameless(List<ColumnFacts> numbers) {
    Optional<ColumnFacts> money =
        numbers.stream().filter(column -> !column.isWholeNumbers()).reduce((_, last) -> last);
    Optional<ColumnFacts> pieces =
        numbers.stream()
            .filter(ColumnFacts::isWholeNumbers)
            .filter(column -> column.cells().indexOf("") < 0 && column.distinct() <= 200)
            .reduce((_, last) -> last);
    return money.map(column ->
        new OrderColumns(
            List.of(column),
            "the last column with decimals",
            Optional.of("is this what was paid?"),
            pieces,
            Optional.empty(),
            "",
            false,
            Optional.of(column).filter(one -> one.numbers().orElseThrow().negative() > 0),
            "rows below 0: returns"));
  }

  private static Optional<ColumnFacts> best(List<ColumnFacts> columns, Role role) {
    return columns.stream()
        .filter(column -> role.isIn(column.spoken()))
        .max(Comparator.comparingInt(column -> role.score(column.spoken())));
  }
}
