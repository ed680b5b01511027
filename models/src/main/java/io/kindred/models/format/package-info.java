/// How a bundle lies on disk: the one door to the generated protobuf classes of its files.
@NullMarked
package io.kindred.models.format;

import org.jspecify.annotations.NullMarked;
