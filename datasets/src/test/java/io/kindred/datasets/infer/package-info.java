@NullMarked
package io.kindred.datasets.infer;

import org.jspecify.annotations.NullMarked;
