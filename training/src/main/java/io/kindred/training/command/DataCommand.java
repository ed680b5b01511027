package io.kindred.training.command;

import picocli.CommandLine.Command;

/// `kindred data`: what can be done with data before training.
@Command(
    name = "data",
    description = "Draft a mapping, check data, compute features, make data to try things on.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DataInferCommand.class,
      DataCheckCommand.class,
      DataFeaturesCommand.class,
      DataGenerateCommand.class
    })
final class DataCommand {}
