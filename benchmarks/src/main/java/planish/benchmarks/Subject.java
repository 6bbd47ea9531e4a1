package planish.benchmarks;

import java.util.List;
import java.util.function.Supplier;
import planish.model.Model;

/**
 * A model that is measured.
 *
 * @param name for {@code --only}, lower case with hyphens
 * @param label for people
 * @param model stated anew at each call; data are made when they are first needed
 * @param reach the microseconds that a gradient may take, or 0 where only the floor is the measure
 * @param stan the microseconds that a gradient took Stan 2.35 on a shared two-core machine, as text
 * @param floors hand-written C++ for the same density; the first is what we are compared with
 * @param kind what else is measured
 */
public record Subject(
    String name,
    String label,
    Model model,
    double reach,
    String stan,
    List<Supplier<FloorTask>> floors,
    Kind kind) {
  private static final List<String> GROUPS =
      List.of("logistic", "linear", "intercepts", "lognormal");

  /** What is measured of a subject. */
  public enum Kind {
    /** Everything. */
    FULL,
    /** Everything but a default run, which takes minutes. */
    GRADIENT,
    /** Neither a default run, nor the form without rewrites: a loop of very many statements. */
    LOOP,
    /** The gradient of the compiled form alone: many rows of data. */
    ROWS
  }

  static Subject of(String name, String label, double reach, String stan, Model model) {
    return new Subject(name, label, model, reach, stan, List.of(), Kind.FULL);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Subject beside(Supplier<FloorTask>... tasks) {
    return new Subject(name, label, model, reach, stan, List.of(tasks), kind);
  }

  /**
   * {@return the name of the density of which this is one form of several that should leave one
   * graph, empty if there are no others}
   */
  String group() {
    return GROUPS.stream().filter(group -> name.startsWith(group + "-")).findFirst().orElse("");
  }

  Subject measured(Kind other) {
    return new Subject(name, label, model, reach, stan, floors, other);
  }
}
