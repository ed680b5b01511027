package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one customer had done by a moment, added up in one pass: the sums that formulas read.
///
/// Days are calendar days where the customers live; purchase days are those of {@link
/// PurchaseDays}.
final class Activity {
  static final int SHORT_WINDOW_DAYS = 30;
  static final int LONG_WINDOW_DAYS = 90;

  final LocalDate today;

  int orders;
  int ordersInShortWindow;
  int ordersInLongWindow;
  int discountedOrders;
  double orderValue;
  double orderValueInLongWindow;
  double largestOrder;
  double items;

  int returns;
  double returnedValue;

  int visits;
  int visitsInShortWindow;
  double pages;
  @Nullable LocalDate lastVisit;

  int cartsFilled;
  int cartsAbandoned;
  double abandonedValue;

  int messagesSent;
  int messagesOpened;
  int messagesClicked;

  int purchaseDays;
  double repeatDayValue;
  double gapDays;
  double squaredGapDays;
  @Nullable LocalDate firstPurchase;
  @Nullable LocalDate lastPurchase;
  @Nullable LocalDate firstSeen;

  // In the order of arrival, so that sums over them are the same on every platform.
  final Map<String, Double> valueByCategory = new LinkedHashMap<>();
  final Map<String, Integer> ordersByChannel = new LinkedHashMap<>();
  final Map<String, AttributeValue> attributes = new HashMap<>();

  private Activity(LocalDate today) {
    this.today = today;
  }

  static Activity of(History history, Instant asOf, ZoneId zone) {
    Activity activity = new Activity(LocalDate.ofInstant(asOf, zone));
    for (Event event : history.events()) {
      if (event.time().isAfter(asOf)) {
        break;
      }
      LocalDate day = LocalDate.ofInstant(event.time(), zone);
      if (activity.firstSeen == null) {
        activity.firstSeen = day;
      }
      activity.add(event, day);
    }
    PurchaseDays.between(history, Instant.MIN, asOf, zone).forEach(activity::addPurchaseDay);
    for (Attribute attribute : history.attributes()) {
      if (!attribute.knownSince().isAfter(asOf)) {
        activity.attributes.put(attribute.name(), attribute.value());
      }
    }
    return activity;
  }

  double daysSince(@Nullable LocalDate day) {
    return day == null ? Double.NaN : today.toEpochDay() - day.toEpochDay();
  }

  /// `part / whole`, unknown where there is no whole.
  static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }

  private void add(Event event, LocalDate day) {
    switch (event) {
      case Order order -> {
        orders++;
        orderValue += order.amount();
        largestOrder = Math.max(largestOrder, order.amount());
        items += order.items();
        if (daysSince(day) < SHORT_WINDOW_DAYS) {
          ordersInShortWindow++;
        }
        if (daysSince(day) < LONG_WINDOW_DAYS) {
          ordersInLongWindow++;
          orderValueInLongWindow += order.amount();
        }
        if (!order.discount().isEmpty()) {
          discountedOrders++;
        }
        valueByCategory.merge(order.category(), order.amount(), Double::sum);
        ordersByChannel.merge(order.channel(), 1, Integer::sum);
      }
      case Return returned -> {
        returns++;
        returnedValue += returned.amount();
      }
      case Visit visit -> {
        visits++;
        pages += visit.pages();
        lastVisit = day;
        if (daysSince(day) < SHORT_WINDOW_DAYS) {
          visitsInShortWindow++;
        }
      }
      case Cart cart -> {
        switch (cart.step()) {
          case FILLED -> cartsFilled++;
          case ABANDONED -> {
            cartsAbandoned++;
            abandonedValue += cart.value();
          }
        }
      }
      case Message message -> {
        switch (message.step()) {
          case SENT -> messagesSent++;
          case OPENED -> messagesOpened++;
          case CLICKED -> messagesClicked++;
        }
      }
      case Subscription _, SupportContact _, CustomEvent _ -> {}
      case LateEvent late -> add(late.event(), day);
    }
  }

  private void addPurchaseDay(LocalDate day, double value) {
    purchaseDays++;
    if (firstPurchase == null) {
      firstPurchase = day;
    } else {
      double gap = day.toEpochDay() - lastPurchaseDay();
      gapDays += gap;
      squaredGapDays += gap * gap;
      repeatDayValue += value;
    }
    lastPurchase = day;
  }

  private long lastPurchaseDay() {
    if (lastPurchase == null) {
      throw new IllegalStateException("no purchase day before this one");
    }
    return lastPurchase.toEpochDay();
  }
}
