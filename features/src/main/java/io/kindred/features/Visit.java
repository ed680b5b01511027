package io.kindred.features;

import java.time.Instant;

/// A visit to a site, an application or a store.
///
/// @param channel where it took place, such as `web` or `app`; empty where unknown
/// @param pages how many pages or screens were seen, `>= 0`
/// @param device such as `mobile` or `desktop`; empty where unknown
/// @param referrer what led there, such as `search` or `newsletter`; empty where unknown
public record Visit(
    String id, Instant time, String channel, double pages, String device, String referrer)
    implements Event {
  public Visit {
    Checks.eventId(id);
    Checks.time(time);
    Checks.notNegative(pages, "pages of a visit", "leave the column out where it is unknown");
  }

  /// A visit of which device and referrer are unknown.
  public Visit(String id, Instant time, String channel, double pages) {
    this(id, time, channel, pages, "", "");
  }

  @Override
  public EventKind kind() {
    return EventKind.VISIT;
  }
}
