@NullMarked
package io.kindred.training.panel;

import org.jspecify.annotations.NullMarked;
