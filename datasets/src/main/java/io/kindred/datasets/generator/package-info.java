/// Synthetic customers whose truth is known.
///
/// Start at {@link io.kindred.datasets.generator.Generator}, which makes them, and {@link
/// io.kindred.datasets.generator.Truth}, what is known of them. A scenario is a YAML file beside
/// the classes; docs/generator.md says what scenarios and options mean.
@NullMarked
package io.kindred.datasets.generator;

import org.jspecify.annotations.NullMarked;
