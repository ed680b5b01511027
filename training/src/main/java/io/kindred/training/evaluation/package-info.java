/// How good predictions are, with intervals and baselines.
@NullMarked
package io.kindred.training.evaluation;

import org.jspecify.annotations.NullMarked;
