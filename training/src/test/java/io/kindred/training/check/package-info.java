@NullMarked
package io.kindred.training.check;

import org.jspecify.annotations.NullMarked;
