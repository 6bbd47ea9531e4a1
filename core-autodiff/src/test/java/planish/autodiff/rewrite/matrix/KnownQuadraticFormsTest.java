package planish.autodiff.rewrite.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.dot;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.solveLowerTransposed;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Outer;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.VectorMatrix;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;

class KnownQuadraticFormsTest {
  private static final Rewrites REWRITES =
      new Rewrites(List.of(new KnownQuadraticForms(), new SymmetricProducts()));

  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();
  private final SplittableRandom random = new SplittableRandom(20261122);

  /** A form of the density of normal vectors, from a matrix and a centred vector. */
  private record Form(String name, Function<Expr, UnaryOperator<Expr>> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Form> forms() {
    return Stream.of(
        new Form("covariance", s -> x -> sum(square(solveLower(cholesky(s), x)))),
        new Form("factor", l -> x -> dotSelf(solveLower(cholesky(l), x))),
        new Form("transposed factor", l -> x -> dotSelf(solveLowerTransposed(cholesky(l), x))),
        new Form("precision", p -> x -> sum(square(product(x, cholesky(p))))),
        new Form("product of itself", p -> x -> sum(twice(product(x, cholesky(p))))),
        new Form("upper factor", p -> x -> sum(square(product(transpose(cholesky(p)), x)))),
        new Form("lower product", p -> x -> sum(square(product(cholesky(p), x)))),
        new Form("quadratic form", p -> x -> dot(x, product(p, x))),
        new Form("row form", p -> x -> dot(product(x, p), x)));
  }

  private static Expr dotSelf(Expr z) {
    return dot(z, z);
  }

  private static Expr twice(Expr z) {
    return z.times(z);
  }

  private Expr matrix(double[] values, int n) {
    return graph.data("S", values, Shape.of(n, n));
  }

  /** A matrix whose eigenvalues run from 1 down to 1 / κ: products of reflections around them. */
  private double[] withCondition(int n, double condition) {
    double[] v = random.doubles(n, -1, 1).toArray();
    double squares = 0;
    for (double element : v) {
      squares += element * element;
    }
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          double eigenvalue = Math.pow(condition, -k / Math.max(1, n - 1.0));
          double left = (i == k ? 1 : 0) - 2 * v[i] * v[k] / squares;
          double right = (k == j ? 1 : 0) - 2 * v[k] * v[j] / squares;
          a[i * n + j] += left * eigenvalue * right;
        }
      }
    }
    return symmetric(a, n);
  }

  private static double[] symmetric(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        a[j * n + i] = a[i * n + j];
      }
    }
    return a;
  }

  private Expr vector(int n) {
    return graph.input(InputKind.POSITION, "x", 0, Shape.of(n));
  }

  private List<Expr> withGradient(Expr value, Expr x, Rewrites rewrites) {
    Expr total = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(value), log).getFirst();
    List<Expr> both = List.of(total, Gradient.of(total, List.of(x)).getFirst());
    return rewrites.apply(Rewrite.Stage.PROGRAM, graph, both, log);
  }

  private double[][] run(List<Expr> exprs, double[] position) {
    List<Output> outputs = new ArrayList<>();
    double[][] out = new double[exprs.size()][];
    for (int k = 0; k < out.length; k++) {
      outputs.add(new Output(exprs.get(k), k, 0));
      out[k] = new double[exprs.get(k).shape().size()];
    }
    Programs.compile(graph, outputs).open().run(new double[][] {position}, out);
    return out;
  }

  private long products(List<Expr> exprs) {
    boolean[] needed = Needed.by(graph, exprs.stream().mapToInt(graph::indexOf).toArray());
    long count = 0;
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      boolean product =
          node.op() instanceof VectorMatrix
              || node.op() instanceof MatrixVector
              || node.op() instanceof Outer
              || node.op() instanceof TriangularSolve;
      count += needed[k] && !node.known() && product ? 1 : 0;
    }
    return count;
  }

  private void assertSame(Expr value, Expr x, double condition) {
    List<Expr> plain = withGradient(value, x, Rewrites.none());
    List<Expr> fast = withGradient(value, x, REWRITES);
    double tolerance = Math.max(1e-10, 10 * condition * 0x1p-52);
    for (int repeat = 0; repeat < 100; repeat++) {
      double[] at = random.doubles(x.shape().size(), -3, 3).toArray();
      double[][] expected = run(plain, at);
      double[][] actual = run(fast, at);
      assertThat(actual[0][0])
          .isCloseTo(expected[0][0], within(tolerance * Math.max(1, Math.abs(expected[0][0]))));
      double size = 1;
      for (double derivative : expected[1]) {
        size = Math.max(size, Math.abs(derivative));
      }
      assertThat(actual[1]).containsExactly(expected[1], within(1e-9 * size));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void valueAndGradientAreOneProduct(Form form) {
    Expr x = vector(12);
    Expr matrix = matrix(withCondition(12, 50), 12);
    Expr value = form.of().apply(matrix).apply(x.minus(Expr.of(0.25))).times(-0.5);
    assertSame(value, x, 50);
    assertThat(products(withGradient(value, x, REWRITES))).isEqualTo(1);
    assertThat(log.entries().getFirst().what())
        .startsWith("a squared distance of 12 numbers is one product with the matrix");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theGradientIsThatOfOneVector(Form form) {
    Expr x = vector(5);
    Expr value = form.of().apply(matrix(withCondition(5, 3), 5)).apply(x).times(-0.5);
    List<Expr> both = withGradient(value, x, REWRITES);
    Node gradient = graph.node(graph.indexOf(both.get(1)));
    assertThat(gradient.op().toString()).isEqualTo("negate");
    assertThat(graph.node(gradient.operand(0)).op()).isEqualTo(new VectorMatrix());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 40})
  void allSizes(int n) {
    Expr x = vector(n);
    Expr matrix = matrix(withCondition(n, 100), n);
    assertSame(sum(square(solveLower(cholesky(matrix), x))), x, 100);
  }

  @Test
  void nothingToDoForNoNumbers() {
    Expr x = vector(0);
    Expr value = sum(square(solveLower(cholesky(matrix(new double[0], 0)), x)));
    assertThat(withGradient(value, x, REWRITES).getFirst()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"1e3, true", "1e5, true", "4e5, true", "1e6, false", "1e12, false"})
  void illConditionedMatricesKeepTheTriangularForm(double condition, boolean applies) {
    Expr x = vector(20);
    Expr matrix = matrix(withCondition(20, condition), 20);
    Expr value = sum(square(solveLower(cholesky(matrix), x)));
    assertSame(value, x, condition);
    assertThat(withGradient(value, x, REWRITES).getFirst().equals(value)).isEqualTo(!applies);
  }

  @Test
  void largeMeansAreTakenOffFirst() {
    Expr x = vector(8);
    double[] mean = random.doubles(8, 1e8, 2e8).toArray();
    Expr centred = x.minus(graph.data("mu", mean, Shape.of(8)));
    assertSame(sum(square(solveLower(cholesky(matrix(withCondition(8, 10), 8)), centred))), x, 10);
  }

  @Test
  void anAsymmetricMatrixCountsByItsSymmetricPart() {
    Expr x = vector(4);
    double[] values = random.doubles(16, -1, 1).toArray();
    assertSame(dot(x, product(matrix(values, 4), x)), x, 1);
    assertThat(log.entries()).isNotEmpty();
  }

  @Test
  void aParameterInTheMatrixStays() {
    Expr x = vector(3);
    Expr scale = graph.input(InputKind.POSITION, "s", 3, Shape.scalar());
    Expr matrix = matrix(withCondition(3, 2), 3).times(Functions.exp(scale));
    stays(sum(square(solveLower(cholesky(matrix), x))), x);
  }

  @Test
  void aSolutionUsedElsewhereStays() {
    Expr x = vector(3);
    Expr z = solveLower(cholesky(matrix(withCondition(3, 2), 3)), x);
    stays(sum(square(z)).plus(sum(Functions.exp(z))), x);
  }

  @Test
  void numbersThatAreNotFiniteStay() {
    Expr x = vector(2);
    stays(dot(x, product(matrix(new double[] {1, Double.NaN, 0, 1}, 2), x)), x);
    stays(
        sum(square(solveLower(matrix(new double[] {1, 0, Double.POSITIVE_INFINITY, 1}, 2), x))), x);
    stays(sum(square(solveLower(matrix(new double[] {1, 0, 1, 0}, 2), x))), x);
  }

  @Test
  void whatIsNotTriangularOrSquareStays() {
    Expr x = vector(3);
    stays(sum(square(product(x, matrix(random.doubles(9, 1, 2).toArray(), 3)))), x);
    Expr tall = graph.data("X", random.doubles(12, 1, 2).toArray(), Shape.of(4, 3));
    stays(sum(square(product(tall, x))), x);
  }

  private void stays(Expr value, Expr x) {
    Expr after = REWRITES.apply(Rewrite.Stage.DENSITY, graph, List.of(value), log).getFirst();
    assertThat(after).isEqualTo(value);
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void whatAMatrixThatIsNotPositiveDefiniteSaysIsLeftToTheCompiler() {
    Expr x = vector(2);
    stays(sum(square(solveLower(cholesky(matrix(new double[] {1, 2, 2, 1}, 2)), x))), x);
  }

  static Stream<Form> manyForms() {
    return Stream.of(
        new Form("covariance", s -> r -> sum(square(solveLower(cholesky(s), transpose(r))))),
        new Form("columns", s -> r -> sum(twice(solveLower(cholesky(s), columns(r))))),
        new Form(
            "transposed", s -> r -> sum(square(solveLowerTransposed(cholesky(s), transpose(r))))),
        new Form("precision", p -> r -> sum(square(product(r, cholesky(p))))),
        new Form("left", p -> r -> sum(square(product(transpose(cholesky(p)), transpose(r))))));
  }

  private static Expr columns(Expr rows) {
    return Functions.reshape(rows, Shape.of(3, 7));
  }

  /** Effects of groups with a known covariance: one product in value and gradient together. */
  @ParameterizedTest
  @MethodSource("manyForms")
  void manyVectorsAreOneProduct(Form form) {
    Expr s =
        graph.data("S", new double[] {2, 0.5, 0.3, 0.5, 1, -0.2, 0.3, -0.2, 1.5}, Shape.of(3, 3));
    Expr rows = graph.input(InputKind.POSITION, "r", 0, Shape.of(7, 3));
    Expr value = form.of().apply(s).apply(rows).times(-0.5);
    Expr after = REWRITES.apply(Rewrite.Stage.DENSITY, graph, List.of(value), log).getFirst();
    List<Expr> both = List.of(after, Gradient.of(after, List.of(rows)).getFirst());
    List<Expr> shared = REWRITES.apply(Rewrite.Stage.PROGRAM, graph, both, log);
    List<Expr> before = List.of(value, Gradient.of(value, List.of(rows)).getFirst());
    for (int k = 0; k < 100; k++) {
      double[] position = random.doubles(21, -2, 2).toArray();
      assertThat(evaluated(shared, position))
          .usingComparatorWithPrecision(1e-12)
          .containsExactly(evaluated(before, position));
    }
    boolean[] needed = Needed.by(graph, graph.indexOf(shared.get(0)), graph.indexOf(shared.get(1)));
    int products = 0;
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      assertThat(needed[k] && !node.known() && node.op() instanceof TriangularSolve).isFalse();
      products += needed[k] && !node.known() && node.op() instanceof MatrixProduct ? 1 : 0;
    }
    assertThat(products).isOne();
  }

  private double[] evaluated(List<Expr> both, double[] position) {
    double[] out = new double[22];
    List<Output> outputs = List.of(new Output(both.get(0), 0, 0), new Output(both.get(1), 0, 1));
    Programs.compile(graph, outputs).open().run(new double[][] {position}, new double[][] {out});
    return out;
  }
}
