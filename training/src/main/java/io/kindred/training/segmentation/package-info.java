/// Customers into segments: a finite mixture over mixed columns with missing values, and what its
/// segments mean in words.
@NullMarked
package io.kindred.training.segmentation;

import org.jspecify.annotations.NullMarked;
