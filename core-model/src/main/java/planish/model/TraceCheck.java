package planish.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.ElementNames;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Leaves;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.distributions.Distribution;
import planish.spi.UserException;

/** What can be said of a trace before the first evaluation: are the data inside their supports? */
final class TraceCheck {
  private static final Expr HOLDS = Expr.of(1);

  private final Trace trace;

  TraceCheck(Trace trace) {
    this.trace = trace;
  }

  /**
   * Checks all sites.
   *
   * @throws UserException for the first that is wrong; names it, its line, the element and the
   *     value
   */
  void run() {
    List<Site> data = new ArrayList<>();
    for (Site site : trace.sites()) {
      if (site.inside().filter(inside -> !inside.equals(HOLDS)).isPresent()) {
        data.add(site);
      }
    }
    checkData(data, trace.graph());
    checkNotRandom();
  }

  private static boolean isKnown(Site site) {
    return site.value().orElseThrow().known() && inside(site).known();
  }

  /**
   * Checks a value that was given from outside at once, before other statements of the model are
   * made with it.
   *
   * @throws UserException if it is known and outside the support; names the site, its line, the
   *     element and the value
   */
  static void checkValue(Site site, Graph graph) {
    try {
      if (isKnown(site)) {
        checkData(List.of(site), graph);
      }
    } catch (IllegalArgumentException e) {
      throw new LocatedException(site, e.getMessage(), e);
    }
  }

  private static Expr inside(Site site) {
    return site.inside()
        .orElseGet(
            () -> site.distribution().orElseThrow().support().contains(site.value().orElseThrow()));
  }

  /** One program for all: a model may observe a million numbers one by one. */
  private static void checkData(List<Site> sites, Graph graph) {
    List<Output> outputs = new ArrayList<>();
    double[][] holds = new double[sites.size()][];
    for (int k = 0; k < holds.length; k++) {
      Expr inside = inside(sites.get(k));
      outputs.add(new Output(inside, k, 0));
      holds[k] = new double[inside.shape().size()];
    }
    run(graph, outputs, holds);
    for (int k = 0; k < holds.length; k++) {
      if (!allHold(holds[k])) {
        Expr value = sites.get(k).value().orElseThrow();
        double[] values = new double[value.shape().size()];
        run(graph, List.of(new Output(value, 0, 0)), values);
        checkElements(sites.get(k), holds[k], values);
      }
    }
  }

  private static void run(Graph graph, List<Output> outputs, double[]... results) {
    if (!outputs.isEmpty()) {
      Programs.compile(graph, outputs).open().run(new double[0][], results);
    }
  }

  private static boolean allHold(double[] conditions) {
    for (double condition : conditions) {
      if (condition == 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkElements(Site site, double[] holds, double[] values) {
    Distribution distribution = site.distribution().orElseThrow();
    int each = Math.max(1, values.length / Math.max(1, holds.length));
    for (int i = 0; i < holds.length; i++) {
      if (holds[i] == 0) {
        checkWhole(
            site, i, Arrays.copyOfRange(values, i * each, Math.min(values.length, (i + 1) * each)));
        int element = culprit(values, i, each);
        throw new LocatedException(
            site,
            "%s is %s, but %s is a distribution over %s"
                .formatted(
                    ElementNames.of(site.name(), site.value().orElseThrow().shape()).get(element),
                    values[element],
                    distribution.name(),
                    distribution.support().description()));
      }
    }
  }

  /** A vector or matrix may be wrong as a whole, and say why. */
  private static void checkWhole(Site site, int index, double[] value) {
    Distribution distribution = site.distribution().orElseThrow();
    String fault = distribution.support().fault(value);
    if (!fault.isEmpty()) {
      boolean single = site.value().orElseThrow().shape().size() == value.length;
      throw new LocatedException(
          site,
          "%s is a distribution over %s, but %s is none: %s"
              .formatted(
                  distribution.name(),
                  distribution.support().description(),
                  single ? "the value" : "value " + (index + 1),
                  fault));
    }
  }

  /** The number of a vector that is not finite; its first where all are. */
  private static int culprit(double[] values, int vector, int each) {
    for (int i = 0; i < each; i++) {
      if (!Double.isFinite(values[vector * each + i])) {
        return vector * each + i;
      }
    }
    return Math.min(vector * each, values.length - 1);
  }

  /**
   * {@return the error with the site that it belongs to, for one met while the whole was compiled}
   *
   * @param error a check that failed on data alone
   */
  UserException located(UserException error) {
    for (Site site : trace.sites()) {
      try {
        Expr terms = site.logDensity().or(site::value).orElseThrow();
        Programs.compile(trace.graph(), List.of(new Output(terms, 0, 0)));
      } catch (UserException e) {
        return new LocatedException(site, e.getMessage(), e);
      }
    }
    return error;
  }

  private void checkNotRandom() {
    Graph graph = trace.graph();
    if (!graph.draws()) {
      return;
    }
    int top = graph.indexOf(trace.logDensity());
    boolean[] used = new boolean[top + 1];
    used[top] = true;
    for (int k = top; k >= 0; k--) {
      if (!used[k]) {
        continue;
      }
      if (!graph.node(k).op().knownIfOperandsAre() && !Leaves.isInput(graph.node(k).op())) {
        throw new UserException(
            "the log density depends on random values"
                + (graph.placeOf(k).site().isEmpty() ? "" : " of '" + graph.placeOf(k).site() + "'")
                + "; generated quantities may not be observed or sampled from");
      }
      for (int j = 0; j < graph.node(k).operandCount(); j++) {
        used[graph.node(k).operand(j)] = true;
      }
    }
  }
}
