package io.kindred.training.policy;

import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.Dataset;
import io.kindred.features.DeclaredFeature;
import java.util.List;

/// A data set with only those attributes declared that models may read, and what was decided of
/// each.
///
/// The customers keep the values of the others, so that an audit can hold scores against them; an
/// attribute that is not declared becomes no feature.
///
/// @param dataset the data set as models may see it
/// @param attributes what was decided on every attribute of the whole data set
public record PermittedData(Dataset dataset, PermittedAttributes attributes) {

  /// Decides on every attribute; those refused are left out, like those for audits.
  public static PermittedData of(
      Dataset dataset, PolicyChoices choices, List<DeclaredFeature> declared) {
    PermittedAttributes attributes =
        PermittedAttributes.of(CustomerStream.of(dataset), choices, declared);
    return new PermittedData(dataset.withAttributes(attributes.used()), attributes);
  }
}
