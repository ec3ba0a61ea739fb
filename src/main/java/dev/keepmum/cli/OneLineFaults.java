package dev.keepmum.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a fault in one line: nobody is shown a stack trace. */
final class OneLineFaults implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
    String message =
        fault instanceof BrokenInput ? fault.getMessage() : "internal error: " + fault.getClass();
    line.getErr().println("keepmum: " + message);
    return ExitCode.USAGE;
  }
}
