package io.kindred.training.persona;

/// How one says that there is more of something: what happens is more often, what is counted is
/// more, what lies back is longer ago.
enum Comparative {
  OFTEN(
      new Forms("%smore often", "%sless often", "about as often", "%s as often"),
      new Forms("%softare", "%smer sällan", "ungefär lika ofta", "%s så ofta")),
  MUCH(
      new Forms("%smore", "%sless", "about as much", "%s as much"),
      new Forms("%smer", "%smindre", "ungefär lika mycket", "%s så mycket")),
  MANY(
      new Forms("%smore", "%sfewer", "about as many", "%s as many"),
      new Forms("%sfler", "%sfärre", "ungefär lika många", "%s så många")),
  LONG(
      new Forms("for %slonger", "for a %sshorter time", "for about as long", "for %s as long"),
      new Forms("%slängre", "%skortare tid", "ungefär lika länge", "%s så länge")),
  AGO(
      new Forms("%slonger ago", "%smore recently", "about as long ago", ""),
      new Forms(
          "för %slängre sedan", "för %skortare tid sedan", "för ungefär lika länge sedan", "")),
  HIGH(
      new Forms("%shigher", "%slower", "about as high", ""),
      new Forms("%shögre", "%slägre", "ungefär lika högt", "")),
  IRREGULAR(
      new Forms("%sless regularly", "%smore regularly", "about as regularly", ""),
      new Forms("%smer oregelbundet", "%smer regelbundet", "ungefär lika regelbundet", ""));

  @SuppressWarnings("ImmutableEnumChecker") // a record of words
  private final Forms english;

  @SuppressWarnings("ImmutableEnumChecker") // a record of words
  private final Forms swedish;

  Comparative(Forms english, Forms swedish) {
    this.english = english;
    this.swedish = swedish;
  }

  Forms english() {
    return english;
  }

  Forms swedish() {
    return swedish;
  }

  /// Whether a multiple can be said, as in `twice as often`.
  boolean takesMultiples() {
    return !english.times.isEmpty();
  }

  /// The forms of one language; `%s` stands for how much more, or how many times.
  record Forms(String more, String less, String same, String times) {}
}
