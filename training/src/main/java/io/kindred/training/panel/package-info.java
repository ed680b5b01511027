/// Rows to learn from: features as of a date, outcomes after it.
@NullMarked
package io.kindred.training.panel;

import org.jspecify.annotations.NullMarked;
