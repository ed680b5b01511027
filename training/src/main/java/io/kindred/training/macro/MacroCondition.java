package io.kindred.training.macro;

/// One condition of a rule.
///
/// @param key the attribute or feature that is asked, as written
/// @param place where it is written, such as `training.yaml:7:30`; empty where nowhere
public record MacroCondition(String key, Wanted wanted, String place) {

  /// A refusal that says where and in which rule.
  ///
  /// @param what the rest of a sentence that begins with the macro-segment's name
  IllegalArgumentException refusal(MacroName macro, String what) {
    return new IllegalArgumentException(
        "%smacro-segment %s %s".formatted(place.isEmpty() ? "" : place + ": ", macro, what));
  }
}
