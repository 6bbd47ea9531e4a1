package planish.autodiff.rewrite.reroll;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.checked;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.less;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.orderedSum;
import static planish.autodiff.graph.Functions.sqrt;
import static planish.autodiff.graph.Functions.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.Unary;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;
import planish.autodiff.vector.UnaryFunction;

/** Which form a recurrence's steps take, and that values and gradients are those of the loop. */
class RecurrenceFormsTest {
  private static final int ROWS = 40;

  private final Graph graph = new Graph();
  private final Expr x = Rewritten.input(graph, "x", 0, 4);
  private final Expr a = x.get(0);
  private final Expr b = x.get(1);
  private final Expr c = x.get(2);
  private final Expr y = graph.data("y", Rewritten.normals(3, ROWS, 0, 1), Shape.of(ROWS));

  private static Expr bell(Expr x) {
    return exp(square(x).negate());
  }

  /** The sum over rows of squares, each of a state and a row's number. */
  private Expr squares(BiFunction<Expr, Expr, Expr> next) {
    return loop(x.get(3), next, state -> state);
  }

  private Expr loop(Expr first, BiFunction<Expr, Expr, Expr> next, UnaryOperator<Expr> used) {
    List<Expr> terms = new ArrayList<>();
    Expr state = first;
    for (int i = 0; i < ROWS; i++) {
      state = next.apply(state, y.get(i));
      terms.add(square(used.apply(state).minus(y.get(i))));
    }
    return orderedSum(terms);
  }

  /** What the one scan's step does, after values and gradients were compared. */
  private TapeSource step(Expr density) {
    Rewritten rewritten =
        new Rewritten(graph, List.of(x), density, new Rewrites(List.of(new Reroll())));
    Random random = new Random(8);
    rewritten.assertSame(
        IntStream.range(0, 20).mapToObj(k -> random.doubles(4, -0.9, 0.9).toArray()).toList());
    List<Scan> scans =
        IntStream.range(0, graph.size())
            .mapToObj(k -> graph.node(k).op())
            .filter(op -> op instanceof Scan scan && !scan.backwards())
            .map(op -> (Scan) op)
            .toList();
    assertThat(scans).isNotEmpty();
    return ScanBodies.tape(scans.getFirst().body());
  }

  /** Whether the step is one multiplication and one addition, rounded once. */
  private static boolean affine(TapeSource step) {
    return step.nodes().stream().anyMatch(node -> node.op().toString().contains("vector_matrix"));
  }

  private static boolean has(TapeSource step, String operation) {
    return step.nodes().stream().anyMatch(node -> node.op().toString().equals(operation));
  }

  @Test
  void whatIsMultipliedAndThenAddedToIsAffine() {
    assertThat(affine(step(squares((s, r) -> s.times(a).plus(r))))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void soIsEachOrderOfOperations(int form) {
    BiFunction<Expr, Expr, Expr> next =
        switch (form) {
          case 0 -> (s, r) -> r.minus(a.plus(b.times(s)));
          case 1 -> (s, r) -> s.times(a).times(r).minus(b);
          case 2 -> (s, r) -> c.minus(s.times(b)).negate();
          case 3 -> (s, r) -> r.times(s.negate().times(a)).plus(b).plus(r);
          case 4 -> (s, r) -> bell(r).minus(s);
          default -> (s, r) -> a.times(0.5).plus(r.times(b).times(s)).minus(c.times(r));
        };
    assertThat(affine(step(squares(next)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatIsAddedToAndThenMultipliedIsNotMultipliedOut(int form) {
    BiFunction<Expr, Expr, Expr> next =
        switch (form) {
          case 0 -> (s, r) -> a.plus(b.times(s.minus(a)));
          case 1 -> (s, r) -> bell(s.times(a)).plus(r);
          case 2 -> (s, r) -> s.times(a).plus(s.times(r));
          default -> (s, r) -> s.times(bell(s)).times(a).plus(r);
        };
    assertThat(affine(step(squares(next)))).isFalse();
  }

  /** The variance of a row from the one before, whose root is used. */
  private Expr variances(boolean isChecked, boolean isElsewhere) {
    return loop(
        exp(a),
        (s, r) -> {
          Expr variance = exp(b).plus(square(s).times(bell(c)).times(0.5)).plus(square(r));
          return sqrt(isElsewhere ? variance.plus(exp(s.negate())) : variance);
        },
        s -> log(isChecked ? checked(s, less(Expr.of(0), s), s, "no scale") : s));
  }

  @Test
  void ofARootThatIsSquaredWhatStandsUnderItIsHandedOn() {
    TapeSource step = step(variances(true, false));
    assertThat(has(step, new Unary(UnaryFunction.SQRT).toString())).isFalse();
    assertThat(affine(step)).isTrue();
  }

  @Test
  void butNotIfNothingRefusesANegativeOne() {
    TapeSource step = step(variances(false, false));
    assertThat(has(step, new Unary(UnaryFunction.SQRT).toString())).isTrue();
  }

  @Test
  void norIfTheRootIsNeededElsewhere() {
    TapeSource step = step(variances(true, true));
    assertThat(has(step, new Unary(UnaryFunction.SQRT).toString())).isTrue();
  }
}
