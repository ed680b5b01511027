/// What became of segments when a model was trained anew: which keep their ids, what happened to
/// the others, and who moved.
@NullMarked
package io.kindred.training.lineage;

import org.jspecify.annotations.NullMarked;
