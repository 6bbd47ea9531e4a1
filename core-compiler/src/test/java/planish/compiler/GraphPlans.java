package planish.compiler;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random plans, which shrink to few operations on short vectors of ordinary numbers. */
final class GraphPlans {
  private static final Integer[] EDGES = {
    0, 1, 2, 7, 8, 9, 15, 16, 17, 18, 23, 24, 25, 31, 32, 33, 40, 63, 64, 65
  };
  private static final Double[] SPECIAL = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_NORMAL,
    Double.MAX_VALUE,
    1e-300,
    -1e300,
    1e8,
    710.0,
    -746.0
  };

  private GraphPlans() {}

  /** {@return lengths from 0 to 4,098, most of them next to those at which loops change} */
  static Arbitrary<Integer> lengths() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.of(EDGES)),
        Tuple.of(4, Arbitraries.integers().between(0, 300)),
        Tuple.of(1, Arbitraries.of(4095, 4096, 4097, 4098)),
        Tuple.of(1, Arbitraries.integers().between(0, 4098)));
  }

  private static Arbitrary<GraphPlan.Step> steps() {
    Arbitrary<Integer> operand = upTo(9);
    return Combinators.combine(upTo(GraphOperations.ALL.size() - 1), operand, operand, operand)
        .as(GraphPlan.Step::new);
  }

  /** All as likely: numbers would be small more often otherwise. */
  private static Arbitrary<Integer> upTo(int greatest) {
    return Arbitraries.integers()
        .between(0, greatest)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }

  private static Arbitrary<GraphPlan.Special> specials() {
    return Combinators.combine(upTo(5000), Arbitraries.of(SPECIAL)).as(GraphPlan.Special::new);
  }

  /** {@return plans of graphs that may meet numbers that are not finite} */
  static Arbitrary<GraphPlan> any() {
    Arbitrary<List<GraphPlan.Special>> some =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(List.of())),
            Tuple.of(1, specials().list().ofMinSize(1).ofMaxSize(4)));
    return with(lengths(), some, 30);
  }

  /** {@return plans of graphs on ordinary numbers} */
  static Arbitrary<GraphPlan> ordinary() {
    Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 2, 3, 5, 8, 17, 40, 100);
    return with(lengths, Arbitraries.just(List.of()), 20);
  }

  /** {@return plans of graphs small enough for 50 digits} */
  static Arbitrary<GraphPlan> small() {
    Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 2, 3, 5, 8, 9, 17, 24);
    return with(lengths, Arbitraries.just(List.of()), 16);
  }

  /** {@return plans of graphs of few operations on vectors that compiled loops go over in parts} */
  static Arbitrary<GraphPlan> ofLongVectors() {
    return with(Arbitraries.of(255, 1025, 4096, 4098), Arbitraries.just(List.of()), 6);
  }

  private static Arbitrary<GraphPlan> with(
      Arbitrary<Integer> lengths, Arbitrary<List<GraphPlan.Special>> specials, int operations) {
    return Combinators.combine(
            lengths,
            steps()
                .list()
                .ofMinSize(1)
                .ofMaxSize(operations)
                .withSizeDistribution(RandomDistribution.uniform()),
            Arbitraries.longs().between(0, 1_000_000).withoutEdgeCases(),
            specials)
        .as(GraphPlan::new);
  }
}
