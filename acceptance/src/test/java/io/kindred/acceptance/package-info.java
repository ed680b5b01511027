/// Tests that see every module: the module rules, and the whole way on real customers.
@NullMarked
package io.kindred.acceptance;

import org.jspecify.annotations.NullMarked;
