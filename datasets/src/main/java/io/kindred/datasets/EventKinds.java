package io.kindred.datasets;

import io.kindred.features.EventKind;
import java.util.List;

/// The kinds of event that a mapping's rows may become.
final class EventKinds {
  private EventKinds() {}

  static List<EventKind> of(EventMapping mapping) {
    return switch (mapping) {
      case EventMapping.Orders _ -> List.of(EventKind.ORDER);
      case EventMapping.Returns _ -> List.of(EventKind.RETURN);
      case EventMapping.Visits _ -> List.of(EventKind.VISIT);
      case EventMapping.Carts _ -> List.of(EventKind.CART_FILLED, EventKind.CART_ABANDONED);
      case EventMapping.Messages _ ->
          List.of(EventKind.MESSAGE_SENT, EventKind.MESSAGE_OPENED, EventKind.MESSAGE_CLICKED);
      case EventMapping.Subscriptions _ ->
          List.of(
              EventKind.SUBSCRIPTION_STARTED,
              EventKind.SUBSCRIPTION_RENEWED,
              EventKind.SUBSCRIPTION_CANCELLED);
      case EventMapping.Support _ -> List.of(EventKind.SUPPORT_CONTACT);
      case EventMapping.Custom _ -> List.of(EventKind.CUSTOM);
    };
  }
}
