/// Drafts a mapping from files that nobody has described yet.
@NullMarked
package io.kindred.datasets.infer;

import org.jspecify.annotations.NullMarked;
