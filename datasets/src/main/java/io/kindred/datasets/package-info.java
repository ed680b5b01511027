/// From anyone's files to customers with their events and attributes.
///
/// Start at {@link io.kindred.datasets.DatasetMapping}, what `dataset.yaml` says, and {@link
/// io.kindred.datasets.DatasetReader}, which reads the files by it.
@NullMarked
package io.kindred.datasets;

import org.jspecify.annotations.NullMarked;
