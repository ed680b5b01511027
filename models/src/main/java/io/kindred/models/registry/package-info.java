/// Published bundles on disk.
@NullMarked
package io.kindred.models.registry;

import org.jspecify.annotations.NullMarked;
