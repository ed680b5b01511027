package io.kindred.features;

import java.time.Instant;

/// A visit to a site, an application or a store.
///
/// @param channel where it took place, such as `web` or `app`; empty where unknown
/// @param pages how many pages or screens were seen, `>= 0`
public record Visit(String id, Instant time, String channel, double pages) implements Event {
  public Visit {
    Checks.eventId(id);
    Checks.notNegative(pages, "pages of a visit", "leave the column out where it is unknown");
  }
}
