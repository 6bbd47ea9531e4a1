package planish.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.Unary;
import planish.autodiff.vector.UnaryFunction;
import planish.distributions.Distribution;
import planish.model.Conjugacy.Observation;

/**
 * Finds the sites of a trace whose priors are conjugate to all that depends on them. A site is left
 * out as soon as anything else depends on it: a factor, another site's value, an argument in which
 * it does not stand alone, a scaled or masked statement.
 */
final class Conjugacies {
  private static final Expr ONE = Expr.of(1);

  private final Trace trace;
  private final Graph graph;
  private final Map<Integer, List<Integer>> users = new HashMap<>();

  private Conjugacies(Trace trace) {
    this.trace = trace;
    this.graph = trace.graph();
    boolean[] needed = new boolean[graph.size()];
    trace.sites().stream().flatMap(this::terms).forEach(term -> needed[index(term)] = true);
    for (int k = needed.length - 1; k >= 0; k--) {
      Node node = graph.node(k);
      for (int j = 0; needed[k] && !node.known() && j < node.operandCount(); j++) {
        needed[node.operand(j)] = true;
        users.computeIfAbsent(node.operand(j), _ -> new ArrayList<>()).add(k);
      }
    }
  }

  /** {@return the conjugate sites, in the model's order} */
  static List<Conjugacy> of(Trace trace) {
    synchronized (trace.graph()) {
      Conjugacies conjugacies = new Conjugacies(trace);
      return trace.sites(Site.Role.SAMPLED).stream()
          .flatMap(site -> conjugacies.of(site).stream())
          .toList();
    }
  }

  private int index(Expr expr) {
    return graph.indexOf(expr);
  }

  /** What may depend on a parameter: densities, Jacobians, and what changes their weight. */
  private Stream<Expr> terms(Site site) {
    return Stream.of(site.logDensity(), site.logJacobian(), site.mask(), Optional.of(site.scale()))
        .flatMap(Optional::stream)
        .filter(term -> !term.known());
  }

  private Optional<Conjugacy> of(Site site) {
    if (site.distribution().isEmpty() || !ConjugatePair.hasPrior(name(site)) || !isPlain(site)) {
      return Optional.empty();
    }
    Set<Integer> dependent = dependent(index(site.unconstrained().orElseThrow()));
    List<Observation> observations = new ArrayList<>();
    boolean elementwise = true;
    for (Site other : trace.sites()) {
      if (other != site && terms(other).anyMatch(term -> dependent.contains(index(term)))) {
        Optional<ConjugatePair> pair = pair(site, other, dependent);
        if (pair.isEmpty()) {
          return Optional.empty();
        }
        elementwise &= pair.get().elementwise();
        observations.add(pair.get().observation(other.name()));
      }
    }
    boolean each = elementwise && site.shape().size() > 1;
    return observations.isEmpty()
        ? Optional.empty()
        : Optional.of(new Conjugacy(site.name(), name(site), observations, each));
  }

  private static String name(Site site) {
    return site.distribution().map(Distribution::name).orElse("");
  }

  private static boolean isPlain(Site site) {
    return site.mask().isEmpty() && site.scale().equals(ONE);
  }

  private Set<Integer> dependent(int input) {
    Set<Integer> found = new HashSet<>(Set.of(input));
    Deque<Integer> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (int user : users.getOrDefault(open.pop(), List.of())) {
        if (found.add(user)) {
          open.push(user);
        }
      }
    }
    return found;
  }

  /** How another site uses the parameter; none where that is not all that it does with it. */
  private Optional<ConjugatePair> pair(Site site, Site other, Set<Integer> dependent) {
    boolean onlyDensity =
        other.distribution().isPresent()
            && isPlain(other)
            && !dependent.contains(index(other.value().orElseThrow()))
            && other.logJacobian().filter(term -> dependent.contains(index(term))).isEmpty();
    return onlyDensity
        ? ConjugatePair.of(name(site), name(other))
            .filter(pair -> isArgument(pair, site, other, dependent))
        : Optional.empty();
  }

  private boolean isArgument(ConjugatePair pair, Site site, Site other, Set<Integer> dependent) {
    List<Expr> arguments = other.distribution().orElseThrow().arguments();
    for (int k = 0; k < arguments.size(); k++) {
      if (k != pair.argument() && dependent.contains(index(arguments.get(k)))) {
        return false;
      }
    }
    int source = source(index(arguments.get(pair.argument())), pair);
    return source == source(index(site.value().orElseThrow()), pair.elementwise());
  }

  private int source(int argument, ConjugatePair pair) {
    int seen = source(argument, pair.elementwise());
    if (!pair.squareRoot()) {
      return seen;
    }
    Node node = graph.node(seen);
    boolean root = node.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.SQRT;
    return root ? source(node.operand(0), true) : -1;
  }

  /** The node whose elements a node repeats, picks or passes on. */
  private int source(int index, boolean elementwise) {
    int current = index;
    while (passesOn(graph.node(current).op(), elementwise)) {
      current = graph.node(current).operand(0);
    }
    return current;
  }

  private static boolean passesOn(Op op, boolean elementwise) {
    return op instanceof Check
        || op instanceof Broadcast
        || elementwise && (op instanceof Gather || op instanceof Reshape || op instanceof Slice);
  }
}
