@NullMarked
package io.kindred.training.report;

import org.jspecify.annotations.NullMarked;
