package io.kindred.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The history of an account: what was gathered of the account itself, and what its contacts did.
///
/// Contacts' attributes are not the account's: a person's age says nothing of a company.
public final class AccountHistory {
  private AccountHistory() {}

  /// Folds the contacts' events into what was gathered of the account.
  ///
  /// @param own what was gathered of the account itself
  /// @param contacts every contact's history
  public static History of(History own, Map<CustomerId, History> contacts) {
    List<Event> events = new ArrayList<>(own.events());
    contacts.forEach((contact, history) ->
        history.events().forEach(event -> events.add(eventOf(contact, event))));
    return History.of(events, own.attributes());
  }

  /// A contact's event as one of the account: its id is the contact's, a `/` and the event's own.
  ///
  /// In the contact's id a `/` is written `%2F` and a `%` is written `%25`, so that two contacts'
  /// events never get one id.
  public static Event eventOf(CustomerId contact, Event event) {
    return named(contact.value().replace("%", "%25").replace("/", "%2F") + "/" + event.id(), event);
  }

  private static Event named(String id, Event event) {
    return switch (event) {
      case Order order ->
          new Order(
              id,
              order.time(),
              order.amount(),
              order.items(),
              order.category(),
              order.channel(),
              order.discount(),
              order.product(),
              order.store(),
              order.lines());
      case Return returned ->
          new Return(
              id,
              returned.time(),
              returned.amount(),
              returned.items(),
              returned.category(),
              returned.product());
      case Visit visit ->
          new Visit(
              id, visit.time(), visit.channel(), visit.pages(), visit.device(), visit.referrer());
      case Cart cart -> new Cart(id, cart.time(), cart.step(), cart.value());
      case Message message ->
          new Message(id, message.time(), message.step(), message.channel(), message.campaign());
      case Subscription subscription ->
          new Subscription(
              id,
              subscription.time(),
              subscription.step(),
              subscription.plan(),
              subscription.amount());
      case SupportContact contact ->
          new SupportContact(id, contact.time(), contact.channel(), contact.topic());
      case CustomEvent custom ->
          new CustomEvent(id, custom.time(), custom.name(), custom.value(), custom.properties());
      case LateEvent late -> LateEvent.of(named(id, late.event()), late.knownSince());
    };
  }
}
