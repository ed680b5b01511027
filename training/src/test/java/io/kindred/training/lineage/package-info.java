@NullMarked
package io.kindred.training.lineage;

import org.jspecify.annotations.NullMarked;
