@NullMarked
package io.kindred.training.export;

import org.jspecify.annotations.NullMarked;
