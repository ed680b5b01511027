package io.kindred.training.check;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Looks at money, pieces and measured numbers for values far from all others.
///
/// Far is more than ten median absolute deviations from the median, both of the logarithm, because
/// amounts differ by factors; at least a factor of ten, so that numbers that are nearly all the
/// same make no outliers of the rest.
final class AmountCheck {
  private static final int FAR = 10;
  private static final double LEAST_DEVIATION = 0.1;
  private static final int LEAST_COUNT = 20;

  private final Map<String, List<Double>> numbers = new LinkedHashMap<>();

  private AmountCheck() {}

  static List<CheckReport.AmountFacts> of(
      List<Customer> customers, List<AttributeDefinition> attributes) {
    AmountCheck check = new AmountCheck();
    for (Customer customer : customers) {
      customer.history().events().forEach(check::add);
    }
    attributes.stream()
        .filter(attribute -> attribute.type() == AttributeDefinition.Type.NUMBER)
        .forEach(attribute -> check.numbers.put(attribute.name(), new ArrayList<>()));
    for (Customer customer : customers) {
      for (Attribute attribute : customer.history().attributes()) {
        if (attribute.value() instanceof AttributeValue.Quantity(double value)) {
          check.numbers.computeIfAbsent(attribute.name(), _ -> new ArrayList<>()).add(value);
        }
      }
    }
    return check.numbers.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(number -> number != 0))
        .map(entry -> facts(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void add(Event event) {
    switch (event) {
      case Order order -> {
        add("amounts of orders", order.amount());
        add("items of orders", order.items());
      }
      case Return returned -> {
        add("amounts of returns", returned.amount());
        add("items of returns", returned.items());
      }
      case Visit visit -> add("pages of visits", visit.pages());
      case Cart cart -> add("values of carts", cart.value());
      case Subscription subscription -> add("amounts of subscriptions", subscription.amount());
      case CustomEvent custom -> add("values of " + custom.name(), custom.value());
      case LateEvent late -> add(late.event());
      case Message _, SupportContact _ -> {}
    }
  }

  private void add(String what, double number) {
    numbers.computeIfAbsent(what, _ -> new ArrayList<>()).add(number);
  }

  private static CheckReport.AmountFacts facts(String what, List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] sizes =
        Arrays.stream(sorted).map(Math::abs).filter(size -> size > 0).sorted().toArray();
    double[] logarithms = Arrays.stream(sizes).map(Math::log10).toArray();
    double middle = median(logarithms);
    double[] deviations =
        Arrays.stream(logarithms).map(each -> Math.abs(each - middle)).sorted().toArray();
    double far = FAR * Math.max(LEAST_DEVIATION, median(deviations));
    double sum = Arrays.stream(sizes).sum();
    int top = Math.max(1, sizes.length / 100);
    return new CheckReport.AmountFacts(
        what,
        sorted.length,
        median(sorted),
        Arrays.stream(sorted).filter(number -> number == 0).count(),
        sizes.length < LEAST_COUNT
            ? 0
            : Arrays.stream(deviations).filter(deviation -> deviation > far).count(),
        (int) Math.floor(logarithms[logarithms.length - 1] + 1e-12),
        IntStream.range(sizes.length - top, sizes.length).mapToDouble(i -> sizes[i]).sum() / sum);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
