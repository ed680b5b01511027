/// The fitted models as one ONNX graph.
@NullMarked
package io.kindred.training.export;

import org.jspecify.annotations.NullMarked;
