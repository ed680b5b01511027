/// Who the customers of each segment are, in words and figures: docs/personas.md.
@NullMarked
package io.kindred.training.persona;

import org.jspecify.annotations.NullMarked;
