package planish.autodiff.rewrite.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.cholesky;
import static planish.autodiff.graph.Functions.diagonalMatrix;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.lowerTriangle;
import static planish.autodiff.graph.Functions.outer;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.solveLower;
import static planish.autodiff.graph.Functions.square;
import static planish.autodiff.graph.Functions.sum;
import static planish.autodiff.graph.Functions.transpose;
import static planish.autodiff.graph.Matrices.diagonalTimes;
import static planish.autodiff.graph.Matrices.logDeterminantOfCholesky;
import static planish.autodiff.graph.Matrices.timesDiagonal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Cholesky;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Needed;
import planish.autodiff.program.Output;
import planish.autodiff.program.Programs;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.algebra.ProvenChecks;

class OneFactorisationTest {
  private static final int N = 4;
  private static final Rewrites REWRITES =
      new Rewrites(List.of(new OneFactorisation(), new ProvenChecks()));

  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();
  private final SplittableRandom random = new SplittableRandom(5);
  private final Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(N));
  private final Expr s = graph.input(InputKind.POSITION, "s", N, Shape.of(N));
  private final Expr a = graph.input(InputKind.POSITION, "a", 2 * N, Shape.of(N, N));

  /** The strict lower triangle of a, with exponentials on the diagonal. */
  private Expr factor() {
    double[] strict = new double[N * N];
    for (int k = 0; k < N * N; k++) {
      strict[k] = k / N > k % N ? 1 : 0;
    }
    Expr below = a.times(Expr.of(strict, Shape.of(N, N)));
    return below.plus(diagonalMatrix(exp(Functions.diagonal(a))));
  }

  private static Expr gram(Expr l) {
    return product(l, transpose(l));
  }

  /** A way to make a matrix from a factor and a vector of scales. */
  private record Form(String name, BinaryOperator<Expr> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Form> positive() {
    return Stream.of(
        new Form("product", (l, s) -> gram(l)),
        new Form("lower triangle", (l, s) -> gram(lowerTriangle(l))),
        new Form("upper times lower", (l, s) -> product(transpose(transpose(l)), transpose(l))),
        new Form("scaled factor", (l, s) -> gram(diagonalTimes(exp(s), l))),
        new Form("diagonal times factor", (l, s) -> gram(product(diagonalMatrix(exp(s)), l))),
        new Form("two factors", (l, s) -> gram(product(l, l))),
        new Form(
            "quadratic form of a diagonal",
            (l, s) -> diagonalTimes(exp(s), timesDiagonal(gram(l), exp(s)))),
        new Form(
            "the same from the other side",
            (l, s) -> timesDiagonal(diagonalTimes(exp(s), gram(l)), exp(s))),
        new Form("outer product", (l, s) -> gram(l).times(outer(exp(s), exp(s)))),
        new Form(
            "diagonal matrices",
            (l, s) -> product(product(diagonalMatrix(exp(s)), gram(l)), diagonalMatrix(exp(s)))),
        new Form("a variance", (l, s) -> gram(l).times(square(exp(s.get(0))))),
        new Form("a positive number", (l, s) -> gram(l).times(exp(s.get(1)))),
        new Form("part of a stack", (l, s) -> gram(l).reshape(1, N, N).get(0)));
  }

  static Stream<Form> others() {
    return Stream.of(
        new Form("diagonal of any sign", (l, s) -> gram(l.plus(diagonalMatrix(s)))),
        new Form("full matrix", (l, s) -> gram(l.plus(Expr.of(1)))),
        new Form("transposed", (l, s) -> product(transpose(l), l)),
        new Form("two matrices", (l, s) -> product(l, transpose(lowerTriangle(l.times(2))))),
        new Form("scales of any sign", (l, s) -> diagonalTimes(s, timesDiagonal(gram(l), s))),
        new Form(
            "different scales",
            (l, s) -> diagonalTimes(exp(s), timesDiagonal(gram(l), exp(s.times(2))))),
        new Form("rows alone", (l, s) -> diagonalTimes(exp(s), gram(l))),
        new Form("number of any sign", (l, s) -> gram(l).times(s.get(0))),
        new Form("sum", (l, s) -> gram(l).plus(diagonalMatrix(exp(s)))));
  }

  private Expr density(Expr covariance) {
    Expr l = cholesky(covariance);
    return sum(square(solveLower(l, x))).plus(logDeterminantOfCholesky(l)).times(-0.5);
  }

  private Expr rewritten(Expr value) {
    return REWRITES.apply(Rewrite.Stage.DENSITY, graph, List.of(value), log).getFirst();
  }

  private double[][] valueAndGradient(Expr value, double[] position) {
    List<Expr> exprs = new ArrayList<>(List.of(value));
    exprs.addAll(Gradient.of(value, List.of(x, s, a)));
    List<Output> outputs = new ArrayList<>();
    double[][] out = new double[exprs.size()][];
    for (int k = 0; k < out.length; k++) {
      outputs.add(new Output(exprs.get(k), k, 0));
      out[k] = new double[exprs.get(k).shape().size()];
    }
    Programs.compile(graph, outputs).open().run(new double[][] {position}, out);
    return out;
  }

  private boolean factors(Expr value) {
    boolean[] needed = Needed.by(graph, graph.indexOf(value));
    for (int k = 0; k < needed.length; k++) {
      if (needed[k] && graph.node(k).op() instanceof Cholesky) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("positive")
  void whatWasBuiltFromAFactorIsNotFactored(Form form) {
    Expr plain = density(form.of().apply(factor(), s));
    Expr fast = rewritten(plain);
    assertThat(factors(fast)).isFalse();
    assertThat(log.entries().getFirst().what())
        .isEqualTo("a 4 × 4 matrix is not factored: it was built from its Cholesky factor");
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] at = random.doubles(2 * N + N * N, -1, 1).toArray();
      double[][] expected = valueAndGradient(plain, at);
      double[][] actual = valueAndGradient(fast, at);
      for (int k = 0; k < expected.length; k++) {
        double size = 1;
        for (double element : expected[k]) {
          size = Math.max(size, Math.abs(element));
        }
        assertThat(actual[k]).containsExactly(expected[k], within(1e-9 * size));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void othersAreFactored(Form form) {
    Expr plain = density(form.of().apply(factor(), s));
    assertThat(rewritten(plain)).isEqualTo(plain);
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void aMatrixWithACheckOfItsOwnKeepsIt() {
    Expr matrix = gram(factor());
    Expr small = Functions.less(matrix, Expr.of(10));
    Expr plain = density(Functions.checked(matrix, small, matrix, "must be small, but has"));
    assertThat(rewritten(plain)).isEqualTo(plain);
  }

  private Expr withPositiveDiagonal(Expr l) {
    Expr diagonal = Functions.diagonal(l);
    Expr positive = Functions.less(Expr.of(0), diagonal);
    return Functions.checked(l, positive, diagonal, "the diagonal must be positive, but has");
  }

  @Test
  void aCheckThatHoldsByConstructionIsLeftOut() {
    Expr checked = sum(withPositiveDiagonal(diagonalTimes(exp(s), factor())));
    assertThat(rewritten(checked)).isEqualTo(sum(diagonalTimes(exp(s), factor())));
    assertThat(log.entries().getFirst().what())
        .isEqualTo(
            "a check holds by how the matrix is made: the diagonal must be positive, but has");
  }

  @Test
  void aCheckThatMayFailStays() {
    Expr checked = sum(withPositiveDiagonal(lowerTriangle(a)));
    assertThat(rewritten(checked)).isEqualTo(checked);
  }

  @Test
  void aLongChainOverflowsNoStack() {
    Expr scale = s.get(0);
    for (int k = 0; k < 100_000; k++) {
      scale = Functions.sin(scale).plus(k);
    }
    Expr plain = density(gram(factor().times(exp(scale))));
    assertThat(factors(rewritten(plain))).isFalse();
  }
}
