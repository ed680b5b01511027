/// Which attributes may be inputs of models, and which may not.
@NullMarked
package io.kindred.training.policy;

import org.jspecify.annotations.NullMarked;
