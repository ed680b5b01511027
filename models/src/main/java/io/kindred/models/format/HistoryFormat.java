package io.kindred.models.format;

import com.google.protobuf.Timestamp;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import io.kindred.models.bundle.v1.Event.KindCase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

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

  private static io.kindred.models.bundle.v1.Event toMessage(Event event) {
    var message =
        io.kindred.models.bundle.v1.Event.newBuilder()
            .setId(event.id())
            .setTime(toMessage(event.time()));
    switch (event) {
      case Order order ->
          message
              .getOrderBuilder()
              .setAmount(order.amount())
              .setItems(order.items())
              .setCategory(order.category())
              .setChannel(order.channel())
              .setDiscount(order.discount());
      case Return returned ->
          message.getReturnBuilder().setAmount(returned.amount()).setItems(returned.items());
      case Visit visit ->
          message.getVisitBuilder().setChannel(visit.channel()).setPages(visit.pages());
      case Cart cart -> message.getCartBuilder().setStep(word(cart.step())).setValue(cart.value());
          case io.kindred.features.Subscription _, io.kindred.features.SupportContact _, io.kindred.features.CustomEvent _, io.kindred.features.LateEvent _ -> throw new UnsupportedOperationException();
      case Message sent ->
          message.getMessageBuilder().setStep(word(sent.step())).setChannel(sent.channel());
    }
    return message.build();
  }

  private static Event fromMessage(io.kindred.models.bundle.v1.Event message) {
    String id = message.getId();
    Instant time = fromMessage(message.getTime());
    return switch (message.getKindCase()) {
      case ORDER -> {
        var order = message.getOrder();
        yield new Order(
            id,
            time,
            order.getAmount(),
            order.getItems(),
            order.getCategory(),
            order.getChannel(),
            order.getDiscount());
      }
      case RETURN ->
          new Return(id, time, message.getReturn().getAmount(), message.getReturn().getItems());
      case VISIT ->
          new Visit(id, time, message.getVisit().getChannel(), message.getVisit().getPages());
      case CART ->
          new Cart(
              id,
              time,
              constant(Cart.Step.class, message.getCart().getStep()),
              message.getCart().getValue());
      case MESSAGE ->
          new Message(
              id,
              time,
              constant(Message.Step.class, message.getMessage().getStep()),
              message.getMessage().getChannel());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException(
              "event %s has no kind (expected one of %s)"
                  .formatted(id, Arrays.toString(KindCase.values())));
    };
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
      case AttributeValue.Words _, AttributeValue.Day _ -> throw new UnsupportedOperationException();
      case AttributeValue.YesNo yesNo -> message.setYesNo(yesNo.value());
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
          case VALUE_NOT_SET ->
              throw new IllegalArgumentException(
                  "attribute %s has no value (expected a number, category, scale point or yes/no)"
                      .formatted(message.getName()));
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
