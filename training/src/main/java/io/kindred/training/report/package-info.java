/// The report to read.
@NullMarked
package io.kindred.training.report;

import org.jspecify.annotations.NullMarked;
