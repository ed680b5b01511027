@NullMarked
package io.kindred.training.evaluation;

import org.jspecify.annotations.NullMarked;
