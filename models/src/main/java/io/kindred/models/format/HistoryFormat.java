package io.kindred.models.format;

import com.google.protobuf.Timestamp;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import io.kindred.models.bundle.v1.Event.KindCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Histories to and from their messages.
final class HistoryFormat {
  private HistoryFormat() {}

  static io.kindred.models.bundle.v1.History toMessage(History history) {
    var message = io.kindred.models.bundle.v1.History.newBuilder();
    history.events().forEach(event -> message.addEvents(toMessage(event)));
    history.attributes().forEach(attribute -> message.addAttributes(toMessage(attribute)));
    return message.build();
  }

  static History fromMessage(io.kindred.models.bundle.v1.History message) {
    return History.of(
        message.getEventsList().stream().map(HistoryFormat::fromMessage).toList(),
        message.getAttributesList().stream().map(HistoryFormat::fromMessage).toList());
  }

  static Timestamp toMessage(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Instant fromMessage(Timestamp message) {
    return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
  }

  private static io.kindred.models.bundle.v1.Event.Builder toMessage(Event event) {
    var message =
        io.kindred.models.bundle.v1.Event.newBuilder()
            .setId(event.id())
            .setTime(toMessage(event.time()));
    switch (event) {
      case Order order -> message.setOrder(toMessage(order));
      case Return returned ->
          message
              .getReturnBuilder()
              .setAmount(returned.amount())
              .setItems(returned.items())
              .setCategory(returned.category())
              .setProduct(returned.product());
      case Visit visit ->
          message
              .getVisitBuilder()
              .setChannel(visit.channel())
              .setPages(visit.pages())
              .setDevice(visit.device())
              .setReferrer(visit.referrer());
      case Cart cart -> message.getCartBuilder().setStep(word(cart.step())).setValue(cart.value());
      case Message sent ->
          message
              .getMessageBuilder()
              .setStep(word(sent.step()))
              .setChannel(sent.channel())
              .setCampaign(sent.campaign());
      case Subscription subscription ->
          message
              .getSubscriptionBuilder()
              .setStep(word(subscription.step()))
              .setPlan(subscription.plan())
              .setAmount(subscription.amount());
      case SupportContact contact ->
          message
              .getSupportContactBuilder()
              .setChannel(contact.channel())
              .setTopic(contact.topic());
      case CustomEvent custom -> message.setCustom(toMessage(custom));
      case LateEvent late -> {
        return toMessage(late.event()).setKnownSince(toMessage(late.knownSince()));
      }
    }
    return message;
  }

  private static io.kindred.models.bundle.v1.Order.Builder toMessage(Order order) {
    var message =
        io.kindred.models.bundle.v1.Order.newBuilder()
            .setAmount(order.amount())
            .setItems(order.items())
            .setCategory(order.category())
            .setChannel(order.channel())
            .setDiscount(order.discount())
            .setProduct(order.product())
            .setStore(order.store());
    for (OrderLine line : order.lines()) {
      message
          .addLinesBuilder()
          .setProduct(line.product())
          .setCategory(line.category())
          .setAmount(line.amount())
          .setItems(line.items());
    }
    return message;
  }

  private static io.kindred.models.bundle.v1.CustomEvent.Builder toMessage(CustomEvent custom) {
    var message =
        io.kindred.models.bundle.v1.CustomEvent.newBuilder()
            .setName(custom.name())
            .setValue(custom.value());
    custom
        .properties()
        .forEach((name, word) -> message.addPropertiesBuilder().setName(name).setWord(word));
    return message;
  }

  private static Event fromMessage(io.kindred.models.bundle.v1.Event message) {
    Event event = event(message);
    return message.hasKnownSince()
        ? new LateEvent(event, fromMessage(message.getKnownSince()))
        : event;
  }

  private static Event event(io.kindred.models.bundle.v1.Event message) {
    String id = message.getId();
    Instant time = fromMessage(message.getTime());
    return switch (message.getKindCase()) {
      case ORDER -> order(id, time, message.getOrder());
      case RETURN -> {
        var returned = message.getReturn();
        yield new Return(
            id,
            time,
            returned.getAmount(),
            returned.getItems(),
            returned.getCategory(),
            returned.getProduct());
      }
      case VISIT -> {
        var visit = message.getVisit();
        yield new Visit(
            id, time, visit.getChannel(), visit.getPages(), visit.getDevice(), visit.getReferrer());
      }
      case CART ->
          new Cart(
              id,
              time,
              constant(Cart.Step.class, message.getCart().getStep()),
              message.getCart().getValue());
      case MESSAGE -> {
        var sent = message.getMessage();
        yield new Message(
            id,
            time,
            constant(Message.Step.class, sent.getStep()),
            sent.getChannel(),
            sent.getCampaign());
      }
      case SUBSCRIPTION -> {
        var subscription = message.getSubscription();
        yield new Subscription(
            id,
            time,
            constant(Subscription.Step.class, subscription.getStep()),
            subscription.getPlan(),
            subscription.getAmount());
      }
      case SUPPORT_CONTACT ->
          new SupportContact(
              id,
              time,
              message.getSupportContact().getChannel(),
              message.getSupportContact().getTopic());
      case CUSTOM -> custom(id, time, message.getCustom());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException(
              "event %s has no kind (expected one of %s)"
                  .formatted(id, Arrays.toString(KindCase.values())));
    };
  }

  private static Order order(String id, Instant time, io.kindred.models.bundle.v1.Order message) {
    return new Order(
        id,
        time,
        message.getAmount(),
        message.getItems(),
        message.getCategory(),
        message.getChannel(),
        message.getDiscount(),
        message.getProduct(),
        message.getStore(),
        message.getLinesList().stream()
            .map(line ->
                new OrderLine(
                    line.getProduct(), line.getCategory(), line.getAmount(), line.getItems()))
            .toList());
  }

  private static CustomEvent custom(
      String id, Instant time, io.kindred.models.bundle.v1.CustomEvent message) {
    SortedMap<String, String> properties = new TreeMap<>();
    message
        .getPropertiesList()
        .forEach(property -> properties.put(property.getName(), property.getWord()));
    return new CustomEvent(id, time, message.getName(), message.getValue(), properties);
  }

  private static io.kindred.models.bundle.v1.Attribute toMessage(Attribute attribute) {
    var message =
        io.kindred.models.bundle.v1.Attribute.newBuilder()
            .setName(attribute.name())
            .setKnownSince(toMessage(attribute.knownSince()));
    switch (attribute.value()) {
      case AttributeValue.Quantity quantity -> message.setNumber(quantity.value());
      case AttributeValue.Category category -> message.setCategory(category.value());
      case AttributeValue.ScalePoint point -> message.setScalePoint(point.value());
      case AttributeValue.YesNo yesNo -> message.setYesNo(yesNo.value());
      case AttributeValue.Words words -> message.getWordsBuilder().addAllValues(words.values());
      case AttributeValue.Day day -> message.setDay(day.value().toString());
    }
    return message.build();
  }

  private static Attribute fromMessage(io.kindred.models.bundle.v1.Attribute message) {
    AttributeValue value =
        switch (message.getValueCase()) {
          case NUMBER -> new AttributeValue.Quantity(message.getNumber());
          case CATEGORY -> new AttributeValue.Category(message.getCategory());
          case SCALE_POINT -> new AttributeValue.ScalePoint(message.getScalePoint());
          case YES_NO -> new AttributeValue.YesNo(message.getYesNo());
          case WORDS -> new AttributeValue.Words(new TreeSet<>(message.getWords().getValuesList()));
          case DAY -> new AttributeValue.Day(LocalDate.parse(message.getDay()));
          case VALUE_NOT_SET ->
              throw new IllegalArgumentException(
                  "attribute %s has no value (expected a number, category, scale point, yes/no,"
                          .formatted(message.getName())
                      + " words or a day)");
        };
    return new Attribute(message.getName(), value, fromMessage(message.getKnownSince()));
  }

  /// An enum constant as the files spell it.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a %s (expected one of %s)"
            .formatted(
                word,
                type.getSimpleName(),
                Arrays.stream(type.getEnumConstants()).map(HistoryFormat::word).toList()));
  }
}
