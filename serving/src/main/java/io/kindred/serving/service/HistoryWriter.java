package io.kindred.serving.service;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import io.kindred.v1.CartStep;
import io.kindred.v1.MessageStep;

/// Histories as requests hold them.
final class HistoryWriter {
  private HistoryWriter() {}

  static io.kindred.v1.History toMessage(History history) {
    var message = io.kindred.v1.History.newBuilder();
    history.events().forEach(event -> message.addEvents(toMessage(event)));
    history.attributes().forEach(attribute -> message.addAttributes(toMessage(attribute)));
    return message.build();
  }

  private static io.kindred.v1.Event toMessage(Event event) {
    var message =
        io.kindred.v1.Event.newBuilder().setId(event.id()).setTime(Times.toMessage(event.time()));
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
          message.getReturnedBuilder().setAmount(returned.amount()).setItems(returned.items());
      case Visit visit ->
          message.getVisitBuilder().setChannel(visit.channel()).setPages(visit.pages());
      case Cart cart ->
          message
              .getCartBuilder()
              .setStep(
                  switch (cart.step()) {
                    case FILLED -> CartStep.CART_STEP_FILLED;
                    case ABANDONED -> CartStep.CART_STEP_ABANDONED;
                  })
              .setValue(cart.value());
          case io.kindred.features.Subscription _, io.kindred.features.SupportContact _, io.kindred.features.CustomEvent _, io.kindred.features.LateEvent _ -> throw new UnsupportedOperationException();
      case Message sent ->
          message
              .getMessageBuilder()
              .setStep(
                  switch (sent.step()) {
                    case SENT -> MessageStep.MESSAGE_STEP_SENT;
                    case OPENED -> MessageStep.MESSAGE_STEP_OPENED;
                    case CLICKED -> MessageStep.MESSAGE_STEP_CLICKED;
                  })
              .setChannel(sent.channel());
    }
    return message.build();
  }

  private static io.kindred.v1.Attribute toMessage(Attribute attribute) {
    var message =
        io.kindred.v1.Attribute.newBuilder()
            .setName(attribute.name())
            .setKnownSince(Times.toMessage(attribute.knownSince()));
    switch (attribute.value()) {
      case AttributeValue.Quantity quantity -> message.setNumber(quantity.value());
      case AttributeValue.Category category -> message.setCategory(category.value());
      case AttributeValue.ScalePoint point -> message.setScalePoint(point.value());
      case AttributeValue.Words _, AttributeValue.Day _ -> throw new UnsupportedOperationException();
      case AttributeValue.YesNo yesNo -> message.setYesNo(yesNo.value());
    }
    return message.build();
  }
}
