/// Feature tables as files, for whoever goes on in Python or SQL.
@NullMarked
package io.kindred.training.table;

import org.jspecify.annotations.NullMarked;
