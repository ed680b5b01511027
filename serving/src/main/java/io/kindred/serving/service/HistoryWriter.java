package io.kindred.serving.service;

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
import io.kindred.v1.CartStep;
import io.kindred.v1.MessageStep;
import io.kindred.v1.SubscriptionStep;

/// Histories as requests hold them.
final class HistoryWriter {
  private HistoryWriter() {}

  static io.kindred.v1.History toMessage(History history) {
    var message = io.kindred.v1.History.newBuilder();
    history.events().forEach(event -> message.addEvents(toMessage(event)));
    history.attributes().forEach(attribute -> message.addAttributes(toMessage(attribute)));
    return message.build();
  }

  private static io.kindred.v1.Event.Builder toMessage(Event event) {
    var message =
        io.kindred.v1.Event.newBuilder().setId(event.id()).setTime(Times.toMessage(event.time()));
    switch (event) {
      case Order order -> message.setOrder(toMessage(order));
      case Return returned ->
          message
              .getReturnedBuilder()
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
      case Cart cart ->
          message.getCartBuilder().setStep(toMessage(cart.step())).setValue(cart.value());
      case Message sent ->
          message
              .getMessageBuilder()
              .setStep(toMessage(sent.step()))
              .setChannel(sent.channel())
              .setCampaign(sent.campaign());
      case Subscription subscription ->
          message
              .getSubscriptionBuilder()
              .setStep(toMessage(subscription.step()))
              .setPlan(subscription.plan())
              .setAmount(subscription.amount());
      case SupportContact contact ->
          message
              .getSupportContactBuilder()
              .setChannel(contact.channel())
              .setTopic(contact.topic());
      case CustomEvent custom ->
          message
              .getCustomBuilder()
              .setName(custom.name())
              .setValue(custom.value())
              .putAllProperties(custom.properties());
      case LateEvent late -> {
        return toMessage(late.event()).setKnownSince(Times.toMessage(late.knownSince()));
      }
    }
    return message;
  }

  private static io.kindred.v1.Order.Builder toMessage(Order order) {
    var message =
        io.kindred.v1.Order.newBuilder()
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

  private static CartStep toMessage(Cart.Step step) {
    return switch (step) {
      case FILLED -> CartStep.CART_STEP_FILLED;
      case ABANDONED -> CartStep.CART_STEP_ABANDONED;
    };
  }

  private static MessageStep toMessage(Message.Step step) {
    return switch (step) {
      case SENT -> MessageStep.MESSAGE_STEP_SENT;
      case OPENED -> MessageStep.MESSAGE_STEP_OPENED;
      case CLICKED -> MessageStep.MESSAGE_STEP_CLICKED;
    };
  }

  private static SubscriptionStep toMessage(Subscription.Step step) {
    return switch (step) {
      case STARTED -> SubscriptionStep.SUBSCRIPTION_STEP_STARTED;
      case RENEWED -> SubscriptionStep.SUBSCRIPTION_STEP_RENEWED;
      case CANCELLED -> SubscriptionStep.SUBSCRIPTION_STEP_CANCELLED;
    };
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
      case AttributeValue.YesNo yesNo -> message.setYesNo(yesNo.value());
      case AttributeValue.Words words -> message.getWordsBuilder().addAllValues(words.values());
      case AttributeValue.Day day ->
          message
              .getDayBuilder()
              .setYear(day.value().getYear())
              .setMonth(day.value().getMonthValue())
              .setDay(day.value().getDayOfMonth());
    }
    return message.build();
  }
}
