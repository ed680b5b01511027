package io.kindred.serving.command;

import io.kindred.serving.testing.TinyShop;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// What a command did.
record Run(int code, String out, String err) {

  static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = ServingProgram.commandLine(TinyShop.CLOCK);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int code = commandLine.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
