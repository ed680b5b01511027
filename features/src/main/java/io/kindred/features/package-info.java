/// Events, histories and the only code that computes a feature.
@NullMarked
package io.kindred.features;

import org.jspecify.annotations.NullMarked;
