package planish.autodiff.rewrite.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.DoubleDouble;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.BinaryFunction;

/** The quadratic functions in one sum, and the sum with squares in their place. */
final class SquareCompletion {
  /** Larger matrices take too long in twice the precision. */
  private static final int LARGEST = 300;

  private static final Expr ZERO = Expr.of(0);

  private final Graph graph;
  private final KnownValues values;
  private final int[] uses;
  private final int root;
  private final DensityTerms sum;
  private final Map<Map<Integer, Integer>, Alike> alike = new LinkedHashMap<>();

  /** What stands for terms from now on. */
  private final Map<Integer, Expr> replaced = new HashMap<>();

  /** Terms that are part of another one now, and sums of nothing else; known ones by their sum. */
  private final Set<Long> gone = new HashSet<>();

  /** Terms that are multiplied by the same powers of what is not known. */
  private record Alike(Map<Expr, List<Found>> byVector, List<Found> constants) {}

  /**
   * A term, with the known number that it is multiplied by.
   *
   * @param function the term as a function of a vector; null for a number
   */
  private record Found(DensityTerms.Term term, QuadraticTerm function, DoubleDouble number) {}

  /** A function with a minimum: what its first term becomes a part of. */
  private record Completed(List<Found> terms, DoubleDouble unit, KnownQuadratic.Minimum minimum) {}

  SquareCompletion(Graph graph, KnownValues values, int[] uses, int root) {
    this.graph = graph;
    this.values = values;
    this.uses = uses;
    this.root = root;
    this.sum = new DensityTerms(graph, values, uses, root);
  }

  /** {@return the sum, with squares completed} */
  Expr of(RewriteLog log) {
    sum.terms().forEach(this::find);
    for (Alike some : alike.values()) {
      List<Completed> completed = new ArrayList<>();
      for (List<Found> terms : some.byVector().values()) {
        completed(terms).ifPresent(completed::add);
      }
      if (!completed.isEmpty()) {
        replace(completed, some.constants(), log);
      }
    }
    return replaced.isEmpty()
        ? graph.expr(root)
        : Rebuild.of(graph, List.of(graph.expr(root)), this::renewed).getFirst();
  }

  private void find(DensityTerms.Term term) {
    QuadraticTerm function = QuadraticTerm.of(graph, values, uses, term.index());
    if (function != null && function.isSquares()) {
      return;
    }
    ScalarFactors own =
        function == null ? ScalarFactors.of(graph, values, term.index()) : function.factors();
    if (own != null) {
      ScalarFactors factors = own.times(term.factors());
      Alike some =
          alike.computeIfAbsent(
              factors.powers(), _ -> new Alike(new LinkedHashMap<>(), new ArrayList<>()));
      List<Found> list =
          function == null
              ? some.constants()
              : some.byVector().computeIfAbsent(function.vector(), _ -> new ArrayList<>());
      list.add(new Found(term, function, factors.number()));
    }
  }

  private Optional<Completed> completed(List<Found> terms) {
    int size = terms.getFirst().function().vector().shape().size();
    Optional<Found> first = terms.stream().filter(t -> t.function().hasMatrix()).findFirst();
    if (first.isEmpty() || size == 0 || size > LARGEST) {
      return Optional.empty();
    }
    DoubleDouble unit = first.get().number().times(first.get().function().ofMatrix());
    KnownQuadratic quadratic = quadratic(terms, unit, size);
    if (quadratic != null && quadratic.isNegative()) {
      unit = unit.negated();
      quadratic = quadratic(terms, unit, size);
    }
    if (quadratic == null || quadratic.isCentred()) {
      return Optional.empty();
    }
    List<Found> ordered = new ArrayList<>(terms);
    ordered.remove(first.get());
    ordered.addFirst(first.get());
    DoubleDouble in = unit;
    return quadratic
        .minimum()
        .filter(m -> m.triangle().condition() <= QuadraticForms.MOST_ILL_CONDITIONED)
        .map(minimum -> new Completed(ordered, in, minimum));
  }

  /** All terms in units of a number; null if a known number is not finite. */
  private KnownQuadratic quadratic(List<Found> terms, DoubleDouble unit, int size) {
    KnownQuadratic quadratic = new KnownQuadratic(size);
    for (Found found : terms) {
      DoubleDouble number = found.number().over(unit);
      for (QuadraticTerm.Part part : found.function().parts()) {
        if (!add(quadratic, part, part.number().times(number), size)) {
          return null;
        }
      }
    }
    return quadratic;
  }

  private boolean add(
      KnownQuadratic quadratic, QuadraticTerm.Part part, DoubleDouble number, int size) {
    switch (part) {
      case QuadraticTerm.OfSquares _ -> quadratic.addSquares(number);
      case QuadraticTerm.OfMatrix(_, Expr known) -> {
        double[] matrix = values.finite(known);
        if (matrix == null || matrix.length != size * size) {
          return false;
        }
        quadratic.addMatrix(matrix, number);
      }
      case QuadraticTerm.OfVector(_, Expr known) -> {
        double[] vector = values.finite(known);
        if (vector == null) {
          return false;
        }
        quadratic.addLinear(vector.length == size ? vector : repeated(vector[0], size), number);
      }
    }
    return true;
  }

  private static double[] repeated(double number, int size) {
    double[] all = new double[size];
    Arrays.fill(all, number);
    return all;
  }

  /** Functions that are multiplied by the same share what is left: one of them has it. */
  private void replace(List<Completed> completed, List<Found> constants, RewriteLog log) {
    DoubleDouble rest = DoubleDouble.ZERO;
    for (Found constant : constants) {
      rest = rest.plus(constant.number());
      gone.add(place(constant.term()));
    }
    for (Completed function : completed) {
      rest = rest.minus(function.unit().times(function.minimum().depth()));
      function.terms().forEach(found -> gone.add(place(found.term())));
    }
    for (Completed function : completed) {
      Found first = function.terms().getFirst();
      Expr vector = first.function().vector();
      double inUnits = rest.over(function.unit()).high();
      Expr squares = squares(vector, function.minimum(), inUnits);
      Expr all = function == completed.getFirst() && inUnits != 0 ? squares.plus(inUnits) : squares;
      int index = first.term().index();
      gone.remove(place(first.term()));
      replaced.put(index, scaled(all, first, function.unit()));
      log.add(
          Words.place(graph, index, List.of(vector)),
          "known sums of squares and products of "
              + vector.shape().size()
              + " numbers are squares about their minimum");
    }
  }

  /** What the sum multiplies the term by stays there; the term's own factors stand here. */
  private Expr scaled(Expr all, Found first, DoubleDouble unit) {
    Expr scaled = scaled(all, unit.over(first.term().factors().number()).high());
    for (Map.Entry<Integer, Integer> power : first.function().factors().powers().entrySet()) {
      Expr factor = graph.expr(power.getKey());
      for (int k = 0; k < Math.abs(power.getValue()); k++) {
        scaled = power.getValue() > 0 ? scaled.times(factor) : scaled.dividedBy(factor);
      }
    }
    return scaled;
  }

  private static Expr scaled(Expr all, double number) {
    return number == -1 ? all.negate() : all.times(number);
  }

  private Expr squares(Expr x, KnownQuadratic.Minimum minimum, double rest) {
    Expr near = x.minus(Expr.vector(minimum.near()));
    Expr centred = minimum.lacking(rest).map(low -> near.minus(Expr.vector(low))).orElse(near);
    int size = x.shape().size();
    Expr matrix = graph.data("", minimum.matrix(), Shape.of(size, size));
    return Functions.dot(centred, Functions.product(centred, matrix));
  }

  /** Known terms may stand in several sums. */
  private long place(DensityTerms.Term term) {
    return place(term.parent(), term.index());
  }

  private long place(int parent, int index) {
    return graph.node(index).known() ? (parent + 1L) << 32 | index : index;
  }

  private Expr renewed(int index, Node node, List<Expr> operands) {
    if (replaced.containsKey(index)) {
      return replaced.get(index);
    }
    if (!sum.isInner(index)) {
      return null;
    }
    List<Integer> left = new ArrayList<>();
    for (int k = 0; k < operands.size(); k++) {
      if (!gone.contains(place(index, node.operand(k)))) {
        left.add(k);
      }
    }
    return left.size() == operands.size() ? null : without(index, node, operands, left);
  }

  /** A sum without some of its terms. */
  private Expr without(int index, Node node, List<Expr> operands, List<Integer> left) {
    return switch (node.op()) {
      case OrderedSum(List<Integer> times) when !left.isEmpty() ->
          graph.apply(
              new OrderedSum(left.stream().map(times::get).toList()),
              left.stream().map(operands::get).toList());
      case Binary(BinaryFunction f)
          when !left.isEmpty() && (f == BinaryFunction.ADD || f == BinaryFunction.SUBTRACT) -> {
        Expr one = operands.get(left.getFirst());
        yield left.getFirst() == 1 && f == BinaryFunction.SUBTRACT ? one.negate() : one;
      }
      case Check check -> graph.apply(check, List.of(ZERO, operands.get(1), operands.get(2)));
      default -> {
        gone.add((long) index);
        yield ZERO;
      }
    };
  }
}
