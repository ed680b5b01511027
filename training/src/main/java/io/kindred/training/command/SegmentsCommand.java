package io.kindred.training.command;

import picocli.CommandLine.Command;

/// `kindred segments`: the segments of published bundles and what became of them.
@Command(
    name = "segments",
    description =
        "List, name and divide segments, and tell what became of them from bundle to bundle.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SegmentsListCommand.class,
      SegmentsShowCommand.class,
      SegmentsNameCommand.class,
      SegmentsSplitCommand.class,
      SegmentsLineageCommand.class,
      SegmentsCompareCommand.class
    })
final class SegmentsCommand {}
