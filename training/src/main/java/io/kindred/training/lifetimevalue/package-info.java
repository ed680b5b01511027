/// What a customer will still buy and spend: BG/NBD for how often, Gamma-Gamma for how much.
///
/// Start reading at {@link io.kindred.training.lifetimevalue.BetaGeometric}.
@NullMarked
package io.kindred.training.lifetimevalue;

import org.jspecify.annotations.NullMarked;
