package io.kindred.training.segmentation;

/// A feature that takes no part in the segmentation.
///
/// @param name the feature's name
/// @param reason why
/// @param explanation the reason in one plain sentence, with its numbers
public record LeftOutColumn(String name, Reason reason, String explanation) {

  /// Of one value only.
  public static LeftOutColumn constant(String name) {
    return new LeftOutColumn(
        name, Reason.CONSTANT, "Every customer of whom it is known has the same value.");
  }

  /// Why a column is left out.
  public enum Reason {
    /// It has one value only.
    CONSTANT,
    /// It is known for too few customers.
    TOO_FEW_KNOWN,
    /// It says what an earlier column says.
    NEAR_DUPLICATE
  }
}
