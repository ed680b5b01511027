/// The second half of `kindred demo`: customers whose truth is known, scored over gRPC.
@NullMarked
package io.kindred.serving.demo;

import org.jspecify.annotations.NullMarked;
