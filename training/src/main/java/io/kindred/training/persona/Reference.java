package io.kindred.training.persona;

import io.kindred.models.Text;

/// Whom a segment is held against.
enum Reference {
  /// The other segments of the same group.
  SIBLINGS(new Text("its siblings", "syskonsegmenten")),
  EVERYONE(new Text("customers overall", "kunderna i stort"));

  @SuppressWarnings("ImmutableEnumChecker") // a record of words
  private final Text words;

  Reference(Text words) {
    this.words = words;
  }

  Text words() {
    return words;
  }
}
