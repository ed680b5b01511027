/// Finite mixtures over mixed columns: the distribution of each kind of column within a component,
/// and fitting by expectation-maximisation.
@org.jspecify.annotations.NullMarked
package io.kindred.training.mixture;
