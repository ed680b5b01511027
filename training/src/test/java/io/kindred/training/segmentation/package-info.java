@NullMarked
package io.kindred.training.segmentation;

import org.jspecify.annotations.NullMarked;
