/// A bundle and rows to scores: ONNX Runtime's one door.
@NullMarked
package io.kindred.scoring;

import org.jspecify.annotations.NullMarked;
