/// Figures that hold predictions against what happened, and their intervals.
@NullMarked
package io.kindred.training.metrics;

import org.jspecify.annotations.NullMarked;
