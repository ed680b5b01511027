@NullMarked
package io.kindred.training.persona;

import org.jspecify.annotations.NullMarked;
