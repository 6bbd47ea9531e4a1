package planish.autodiff.rewrite.matrix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.basics.DoubleDouble;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/**
 * A known number times powers of numbers that are not known.
 *
 * @param number the known number
 * @param powers exponents, by the index of what is raised to them
 */
record ScalarFactors(DoubleDouble number, Map<Integer, Integer> powers) {
  /** More factors than this are one. */
  private static final int MOST = 32;

  static final ScalarFactors ONE = new ScalarFactors(DoubleDouble.ONE, Map.of());

  private record Open(int index, int power) {}

  ScalarFactors times(ScalarFactors other) {
    Map<Integer, Integer> all = new TreeMap<>(powers);
    other.powers.forEach((k, power) -> all.merge(k, power, ScalarFactors::sum));
    return new ScalarFactors(number.times(other.number), all);
  }

  ScalarFactors times(double factor) {
    return new ScalarFactors(number.times(factor), powers);
  }

  ScalarFactors over(ScalarFactors other) {
    Map<Integer, Integer> opposite = new TreeMap<>();
    other.powers.forEach((k, power) -> opposite.put(k, -power));
    return times(new ScalarFactors(DoubleDouble.ONE.over(other.number), opposite));
  }

  private static Integer sum(int one, int other) {
    return one + other == 0 ? null : Integer.valueOf(one + other);
  }

  /** {@return a scalar taken apart into factors; null if a known number is not finite} */
  static ScalarFactors of(Graph graph, KnownValues values, int scalar) {
    Deque<Open> open = new ArrayDeque<>();
    open.add(new Open(scalar, 1));
    ScalarFactors all = ONE;
    for (int taken = 0; all != null && !open.isEmpty(); taken++) {
      Open next = open.removeLast();
      Node node = graph.node(next.index());
      if (node.known()) {
        double[] value = values.finite(graph.expr(next.index()));
        all = value == null || value[0] == 0 ? null : all.times(power(value[0], next.power()));
      } else if (isNegated(node)) {
        open.add(new Open(node.operand(0), next.power()));
        all = all.times(next.power() % 2 == 0 ? 1 : -1);
      } else if (taken > MOST || Math.abs(next.power()) > MOST || !take(node, next.power(), open)) {
        all = all.times(new ScalarFactors(DoubleDouble.ONE, Map.of(next.index(), next.power())));
      }
    }
    return all;
  }

  private static ScalarFactors power(double value, int exponent) {
    ScalarFactors one = ONE.times(value);
    ScalarFactors all = ONE;
    for (int k = 0; k < Math.abs(exponent); k++) {
      all = exponent > 0 ? all.times(one) : all.over(one);
    }
    return all;
  }

  private static boolean isNegated(Node node) {
    return node.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.NEGATE;
  }

  /** {@return whether a node is made of factors, which are open now} */
  private static boolean take(Node node, int power, Deque<Open> open) {
    return switch (node.op()) {
      case Binary(BinaryFunction f)
          when f == BinaryFunction.MULTIPLY || f == BinaryFunction.DIVIDE -> {
        open.add(new Open(node.operand(0), power));
        yield open.add(new Open(node.operand(1), f == BinaryFunction.MULTIPLY ? power : -power));
      }
      case Unary(UnaryFunction f) when f == UnaryFunction.SQUARE ->
          open.add(new Open(node.operand(0), 2 * power));
      case Unary(UnaryFunction f) when f == UnaryFunction.RECIPROCAL ->
          open.add(new Open(node.operand(0), -power));
      default -> false;
    };
  }
}
