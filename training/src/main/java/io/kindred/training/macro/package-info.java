/// Macro-segments that the training file determines by rules.
@NullMarked
package io.kindred.training.macro;

import org.jspecify.annotations.NullMarked;
