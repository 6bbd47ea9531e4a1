package planish.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.ElementNames;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Status;

/**
 * Finds the site that made a log density not finite: evaluates the sites one by one at that
 * position. Safe for many threads; meant to be called seldom.
 */
final class FailureSearch {
  private final Trace trace;
  private final Map<String, Program> programs = new HashMap<>();

  FailureSearch(Trace trace) {
    this.trace = trace;
  }

  /** {@return what was wrong, given what the density was evaluated with} */
  String explain(double[][] inputs) {
    String found = find(inputs);
    return found.isEmpty()
        ? "every site's log density is finite, but their sum or their Jacobians are not"
        : found;
  }

  /** {@return what was wrong with the position or a site; empty if nothing was} */
  synchronized String find(double[][] inputs) {
    double[] position = inputs[InputKind.POSITION.ordinal()];
    for (int i = 0; i < position.length; i++) {
      if (!Double.isFinite(position[i])) {
        return "coordinate " + (i + 1) + " of the position is " + position[i];
      }
    }
    for (Site site : trace.sites()) {
      if (site.logDensity().isPresent()) {
        String found = look(site, inputs);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private String look(Site site, double[][] inputs) {
    Expr terms = site.logDensity().orElseThrow();
    Expr value = site.value().orElseThrow();
    double[] termValues = new double[terms.shape().size()];
    double[] values = new double[value.shape().size()];
    Program program = programs.computeIfAbsent(site.name(), _ -> open(terms, value));
    Status status = program.run(inputs, new double[][] {termValues, values});
    if (!status.isFine()) {
      return told(site, status);
    }
    for (int i = 0; i < termValues.length; i++) {
      if (!Double.isFinite(termValues[i])) {
        return describe(site, i, termValues, values);
      }
    }
    return "";
  }

  /** What a shard says may begin with the site already, and end with the value. */
  private static String told(Site site, Status status) {
    String value = String.valueOf(status.value());
    String said = status.message().endsWith(value) ? status.message() : status.told();
    return said.startsWith(site.inWords()) ? said : site.inWords() + ": " + said;
  }

  private Program open(Expr terms, Expr value) {
    List<Output> outputs = List.of(new Output(terms, 0, 0), new Output(value, 1, 0));
    return DensitySource.synchronizedCompile(trace.graph(), outputs).open();
  }

  /** One term may belong to several numbers of a vector, or one number to several terms. */
  private static String describe(Site site, int term, double[] terms, double[] values) {
    if (site.role() == Site.Role.FACTOR) {
      return site.inWords() + ": the term is " + terms[term];
    }
    int each = Math.max(1, values.length / terms.length);
    int first = values.length < terms.length ? 0 : term * each;
    String what =
        each > 1
            ? site.name() + " = " + Arrays.toString(Arrays.copyOfRange(values, first, first + each))
            : ElementNames.of(site.name(), site.value().orElseThrow().shape()).get(first)
                + " = "
                + values[first];
    return site.inWords() + ": the log density of " + what + " is " + terms[term];
  }
}
