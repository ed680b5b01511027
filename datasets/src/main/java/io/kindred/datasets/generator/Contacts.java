package io.kindred.datasets.generator;

/// The people of an account, and how much of everything each of them does; without accounts the one
/// customer.
final class Contacts {
  private final Draws draws;
  private final double[] shares;

  Contacts(ScenarioDefinition scenario, Draws draws) {
    this.draws = draws;
    int count =
        scenario.hasAccounts()
            ? (int)
                Math.min(
                    1 + Math.floor(draws.exponential(scenario.contacts().mean() + .5)),
                    scenario.contacts().most())
            : 1;
    this.shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = count == 1 ? 1 : .05 + draws.unit();
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
  }

  int count() {
    return shares.length;
  }

  /// The probability that it is this one who does the next thing.
  double share(int contact) {
    return shares[contact];
  }

  int someone() {
    if (shares.length == 1) {
      return 0;
    }
    double left = draws.uniform();
    int contact = 0;
    while (contact < shares.length - 1 && left >= shares[contact]) {
      left -= shares[contact];
      contact++;
    }
    return contact;
  }
}
