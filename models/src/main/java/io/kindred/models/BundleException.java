package io.kindred.models;

import java.io.IOException;

/// A bundle or registry that cannot be used as it lies on disk: what is wrong, where, and what to
/// do.
public final class BundleException extends IOException {
  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }

  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
