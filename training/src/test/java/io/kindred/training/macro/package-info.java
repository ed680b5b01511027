@NullMarked
package io.kindred.training.macro;

import org.jspecify.annotations.NullMarked;
