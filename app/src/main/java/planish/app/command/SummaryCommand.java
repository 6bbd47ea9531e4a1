package planish.app.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import planish.app.ExitCode;
import planish.app.Terminal;
import planish.diagnostics.Summary;
import planish.sampling.csv.StanCsvReader;
import planish.sampling.csv.StanCsvRun;
import planish.spi.UserException;

/** {@code planish summary}: what the draws in CSV files say. */
final class SummaryCommand implements Command {
  static final String NAME = "summary";

  private final Terminal terminal;

  SummaryCommand(Environment environment) {
    this.terminal = environment.terminal();
  }

  @Override
  public String summary() {
    return "Summarises draws in CSV files of Planish or CmdStan.";
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(NAME, summary())
        .addPositional(
            PositionalParamSpec.builder()
                .required(true)
                .index("0..*")
                .arity("1..*")
                .paramLabel("PLACE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("a run's folder, or its files, one for each chain")
                .build())
        .addOption(Specs.flag("--csv", "the table as comma-separated values"))
        .addOption(Specs.flag("--json", "the table as JSON"))
        .addOption(TableStyle.option())
        .addOption(Specs.text("--rows", "N", "rows shown of each quantity (default: 10)"));
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    boolean csv = SampleOptions.flag(parsed, "csv");
    boolean json = SampleOptions.flag(parsed, "json");
    if (csv && json) {
      throw new UserException("options --csv and --json exclude each other");
    }
    TableStyle style = TableStyle.of(parsed);
    if ((csv || json) && style != TableStyle.PLANISH) {
      throw new UserException("option --style is for the printed table, not for --csv or --json");
    }
    List<String> places = parsed.matchedPositional(0).getValue();
    List<Path> files = RunFolder.files(places.stream().map(Path::of).toList());
    StanCsvRun run = StanCsvReader.read(files);
    if (csv) {
      terminal.out().print(Summary.of(run.draws()).csv());
    } else if (json) {
      terminal.out().println(Summary.of(run.draws()).json());
    } else {
      int depth = run.files().getFirst().configuration().integer("max_depth", Integer.MAX_VALUE);
      new Report(terminal, style).summary(run.draws(), rows(parsed), depth);
    }
    run.notes().forEach(terminal::warn);
    return ExitCode.OK;
  }

  private static int rows(ParseResult parsed) {
    return SampleOptions.text(parsed, "rows").map(SummaryCommand::rows).orElse(Summary.ROWS);
  }

  private static int rows(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new UserException(
          "option --rows: expected a whole number of at least 1, but got '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
