package planish.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import planish.sampling.Initial;
import planish.sampling.Run;
import planish.spi.Provider;
import planish.spi.UserException;

/**
 * Sets a run up as the command line says. What was not given is left alone: it is the default, or
 * what the run had that goes on.
 *
 * @param parsed the command line
 * @param chosen the providers
 * @param given the providers' options that were given
 */
record RunSetup(ParseResult parsed, Map<Kind, Provider> chosen, Map<String, String> given) {
  Run apply(Run plain) {
    return files(start(parts(numbers(plain))));
  }

  private Run numbers(Run run) {
    Map<String, Long> numbers = SampleOptions.numbers(parsed);
    Run changed = run;
    for (Map.Entry<String, Long> number : numbers.entrySet()) {
      long value = number.getValue();
      changed =
          switch (number.getKey()) {
            case "chains" -> changed.chains((int) value);
            case "warmup" -> changed.warmup((int) value);
            case "draws" -> changed.draws((int) value);
            case "thin" -> changed.thin((int) value);
            case "threads" -> changed.threads((int) value);
            case "seed" -> changed.seed(value);
            default -> throw new AssertionError("no such number: " + number.getKey());
          };
    }
    return changed;
  }

  private Run parts(Run run) {
    Run changed = run;
    if (isNamedOrHasOptions(Kind.SAMPLER)) {
      changed = changed.sampler(name(Kind.SAMPLER), options(Kind.SAMPLER));
    }
    if (isNamedOrHasOptions(Kind.KERNEL)) {
      changed = changed.kernel(name(Kind.KERNEL), options(Kind.KERNEL));
    }
    if (isNamedOrHasOptions(Kind.MASS_MATRIX)) {
      changed = changed.massMatrix(name(Kind.MASS_MATRIX), options(Kind.MASS_MATRIX));
    }
    return changed;
  }

  private boolean isNamedOrHasOptions(Kind kind) {
    return SampleOptions.text(parsed, kind.option()).isPresent() || !options(kind).isEmpty();
  }

  /** As it was written: what follows a colon is looked at when the run is made. */
  private String name(Kind kind) {
    return SampleOptions.text(parsed, kind.option()).orElse(chosen.get(kind).name());
  }

  private Map<String, String> options(Kind kind) {
    return ProviderOptions.of(chosen.get(kind), given);
  }

  private Run start(Run run) {
    return SampleOptions.path(parsed, "init")
        .map(place -> run.init(initial(place.toString())))
        .orElse(run);
  }

  private static Initial initial(String text) {
    return switch (text) {
      case "random" -> Initial.uniform(2);
      case "prior" -> Initial.prior();
      default -> {
        Path file = Path.of(text);
        if (!Files.exists(file)) {
          throw new UserException(
              "option --init: expected random, prior or a JSON file, but there is no file '"
                  + text
                  + "'");
        }
        yield Initial.file(file);
      }
    };
  }

  private Run files(Run run) {
    Run changed = SampleOptions.flag(parsed, "save-warmup") ? run.saveWarmup(true) : run;
    Optional<Path> output = SampleOptions.path(parsed, "output");
    Optional<Path> resume = SampleOptions.path(parsed, "resume");
    if (resume.isPresent()) {
      return changed.resume(resume.get());
    }
    return output
        .map(changed.overwrite(SampleOptions.flag(parsed, "overwrite"))::output)
        .orElse(changed);
  }
}
