package io.kindred.models;

/// A published, verified bundle.
public record Bundle(BundleId id, BundleContents contents) {
  @Override
  public String toString() {
    return "bundle %s of %s".formatted(id.shortForm(), contents.name());
  }
}
