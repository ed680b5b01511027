/// Tests of reading anyone's files.
@NullMarked
package io.kindred.datasets;

import org.jspecify.annotations.NullMarked;
