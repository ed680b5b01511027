package io.kindred.datasets.generator;

/// What makes customers harder to know than those of the plain scenario, each with a truth of its
/// own. What one of them changes hangs on no other, and none changes what it does not speak of.
///
/// @param drift factor by which rates change from one year to the next; 1 for none
/// @param seasonality rates follow the scenario's year and week
/// @param migration share of the customers who change their segment once, 0 to 1
/// @param experiment half of the customers get a campaign, by lot
/// @param missing share of attributes that go unsaid, 0 to 0.5
/// @param late share of orders, returns and calls for help that become known days later, 0 to 1
public record Twists(
    double drift,
    boolean seasonality,
    double migration,
    boolean experiment,
    double missing,
    double late) {
  /// The plain scenario.
  public static final Twists NONE = new Twists(1, false, 0, false, 0, 0);

  private static final double LARGEST_DRIFT = 10;
  private static final double MOST_MISSING = .5;

  public Twists {
    if (!(drift >= 1 / LARGEST_DRIFT && drift <= LARGEST_DRIFT)) {
      throw new IllegalArgumentException(
          "drift is %s (expected a factor a year from 0.1 to 10; 1 for no drift)".formatted(drift));
    }
    checkShare(migration, "migration", 1);
    checkShare(missing, "missing", MOST_MISSING);
    checkShare(late, "late", 1);
  }

  /// Whether rates hang on the calendar.
  boolean changesWithTime() {
    return seasonality || drift != 1;
  }

  private static void checkShare(double share, String name, double most) {
    if (!(share >= 0 && share <= most)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a share from 0 to %s, such as 0.1)".formatted(name, share, most));
    }
  }
}
