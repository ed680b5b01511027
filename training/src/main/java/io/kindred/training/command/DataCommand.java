package io.kindred.training.command;

import picocli.CommandLine.Command;

/// `kindred data`: what can be done with data before training.
@Command(
    name = "data",
    description = "Make data to try things on.",
    mixinStandardHelpOptions = true,
    subcommands = DataGenerateCommand.class)
final class DataCommand {}
