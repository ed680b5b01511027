package io.kindred.training.segmentation;

import io.kindred.features.CustomerId;
import io.kindred.training.panel.CustomerSplit;
import java.util.List;
import java.util.function.Function;

/// A fit and, for each part of the customers, the same fit gone on without that part: what it says
/// of customers it has not seen.
///
/// @param parts by part; the fit itself for a part that has no customers
public record CrossFit<M>(M whole, CustomerSplit split, List<M> parts) {
  /// Parts of the customers, each in turn left out.
  public static final int PARTS = 5;

  public CrossFit {
    parts = List.copyOf(parts);
  }

  /// The fit that has not seen a customer.
  public M without(CustomerId customer) {
    return parts.get(split.part(customer));
  }

  /// The same with something made of every fit.
  public <N> CrossFit<N> map(Function<M, N> change) {
    return new CrossFit<>(change.apply(whole), split, parts.stream().map(change).toList());
  }
}
