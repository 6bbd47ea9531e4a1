package planish.autodiff.rewrite.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static planish.autodiff.graph.Functions.equal;
import static planish.autodiff.graph.Functions.exp;
import static planish.autodiff.graph.Functions.invLogit;
import static planish.autodiff.graph.Functions.log;
import static planish.autodiff.graph.Functions.log1p;
import static planish.autodiff.graph.Functions.select;
import static planish.autodiff.graph.Functions.sin;
import static planish.autodiff.rewrite.Rewritten.input;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.Rewrites;
import planish.autodiff.rewrite.Rewritten;

class SimplifyTest {
  private final Graph graph = new Graph();
  private final Expr u = input(graph, "u", 0);
  private final Expr v = input(graph, "v", 1);

  private Expr simpler(Expr e) {
    return new Simplify(Rewrite.Stage.DENSITY)
        .apply(graph, List.of(e), new RewriteLog())
        .getFirst();
  }

  private Rewritten all(Expr e) {
    return new Rewritten(graph, List.of(u, v), e, Rewrites.all());
  }

  @Test
  void whatChangesNothingIsLeftOut() {
    assertThat(simpler(u.negate().negate())).isEqualTo(u);
    assertThat(simpler(u.plus(0))).isEqualTo(u);
    assertThat(simpler(u.minus(0))).isEqualTo(u);
    assertThat(simpler(u.times(2).times(3))).isEqualTo(u.times(6));
    assertThat(simpler(u.negate().times(3))).isEqualTo(u.times(-3));
    assertThat(simpler(u.times(3).negate())).isEqualTo(u.times(-3));
    assertThat(simpler(u.dividedBy(4))).isEqualTo(u.times(0.25));
  }

  @Test
  void aDivisorWhoseReciprocalLosesDigitsStays() {
    Expr tiny = u.dividedBy(1e-310);
    assertThat(simpler(tiny)).isEqualTo(tiny);
    Expr zero = u.dividedBy(0);
    assertThat(simpler(zero)).isEqualTo(zero);
  }

  @Test
  void logarithmsOfExponentialsAndInverseLogits() {
    assertThat(simpler(log(exp(u)))).isEqualTo(u);
    double[] far = {-900, 0};
    assertThat(all(log(invLogit(u))).value(far)).isEqualTo(-900);
    assertThat(all(log1p(invLogit(u).negate())).value(900, 0)).isEqualTo(-900);
  }

  @Test
  void logarithmsOfMultiplesOfExponentials() {
    assertThat(simpler(log(exp(u).times(40)))).isEqualTo(u.plus(log(Expr.of(40))));
    assertThat(all(log(exp(u).times(40))).value(-900, 0)).isEqualTo(-900 + Math.log(40));
    Expr negative = log(exp(u).times(-40));
    assertThat(simpler(negative)).isEqualTo(negative);
  }

  @Test
  void logarithmsOfMultiplesOfExponentialsAreTakenApart() {
    double logOfThree = Math.log(3);
    assertThat(all(log(exp(u).times(3))).value(-900, 0)).isEqualTo(-900 + logOfThree);
    Expr rate = Expr.of(3).dividedBy(Functions.square(exp(u)));
    assertThat(all(log(rate)).value(400, 0)).isEqualTo(-800 + logOfThree);
    Expr half = log(Functions.square(exp(u).dividedBy(3)));
    assertThat(all(half).value(-500, 0)).isCloseTo(-1000 - 2 * logOfThree, within(1e-12));
    all(half.plus(log(rate)))
        .assertSame(List.of(new double[] {0.3, 0}, new double[] {-4, 0}, new double[] {7, 0}));
  }

  /** As in a half-Cauchy prior of what is sampled as a logarithm. */
  @Test
  void logarithmsOfOnePlusPowersOfExponentials() {
    assertThat(simpler(log1p(exp(u)))).isEqualTo(Functions.log1pExp(u));
    Expr scalar = log1p(Functions.square(exp(u).dividedBy(2.5)));
    assertThat(simpler(scalar))
        .isEqualTo(log1p(Functions.square(exp(u).times(1 / 2.5))))
        .isNotEqualTo(simpler(Functions.log1pExp(u.times(2))));
    Expr steps =
        graph.data("steps", IntStream.range(0, 20).asDoubleStream().toArray(), Shape.of(20));
    Expr many = exp(u.plus(v.times(steps)));
    Expr tail = Functions.sum(log1p(Functions.square(many.dividedBy(2.5))));
    assertThat(all(tail).value(400, 0)).isCloseTo(20 * (800 - 2 * Math.log(2.5)), within(1e-9));
    all(tail)
        .assertSame(List.of(new double[] {0.3, 0}, new double[] {-20, 0}, new double[] {9, 0}));
    assertThat(simpler(log1p(exp(u).times(-1)))).isEqualTo(log1p(exp(u).times(-1)));
  }

  @Test
  void logarithmsThatNeedNotExistStay() {
    for (Expr e :
        List.of(exp(u).times(-3), Expr.of(0).dividedBy(exp(u)), exp(u).times(v), u.times(3))) {
      assertThat(simpler(log(e))).isEqualTo(log(e));
    }
  }

  @Test
  void aCheckInBetweenStays() {
    Expr s = exp(u);
    Expr small = Functions.checked(s, Functions.less(s, Expr.of(5)), s, "too large");
    Rewritten rewritten = all(log(small));
    assertThat(rewritten.value(1, 0)).isEqualTo(1);
    assertThat(rewritten.status(2, 0)).startsWith("too large: 7.38");
    Rewritten multiple = all(log(small.times(2)));
    assertThat(multiple.value(1, 0)).isEqualTo(1 + Math.log(2));
    assertThat(multiple.status(2, 0)).startsWith("too large: 7.38");
  }

  @Test
  void aKnownConditionChooses() {
    Expr zero = graph.data("zero", new double[] {0}, Shape.scalar());
    assertThat(simpler(select(equal(zero, Expr.of(1)), u, v))).isEqualTo(v);
    assertThat(simpler(select(zero.times(equal(u, Expr.of(0))), u, v))).isEqualTo(v);
  }

  @Test
  void likeTermsAreAddedUp() {
    Expr term = sin(u);
    Expr sum = term.times(2.5).plus(3).minus(v).plus(term.minus(v.times(2)).negate().plus(1));
    Expr collected = new LikeTerms().apply(graph, List.of(sum), new RewriteLog()).getFirst();
    Expr expected =
        graph.apply(
            new planish.autodiff.graph.OrderedSum(List.of(1, 1, 1)),
            List.of(v, term.times(1.5), Expr.of(4)));
    assertThat(collected).isEqualTo(expected);
    assertThat(all(sum).value(0.3, 0.5)).isCloseTo(1.5 * Math.sin(0.3) + 4.5, within(1e-15));
  }

  @Test
  void termsThatCancelAreGone() {
    Expr sum = sin(u).plus(v).minus(sin(u));
    assertThat(all(sum).value(0.3, 0.5)).isEqualTo(0.5);
  }

  @Test
  void aConstantThatIsNotFiniteStays() {
    Expr sum = sin(u).plus(Double.NEGATIVE_INFINITY);
    assertThat(new LikeTerms().apply(graph, List.of(sum), new RewriteLog())).containsExactly(sum);
  }

  @Test
  void termsWhoseFactorsAreNotFiniteStay() {
    for (Expr times : List.of(v.times(1e200).times(1e200), v.times(Double.POSITIVE_INFINITY))) {
      Expr sum = sin(u).plus(times);
      assertThat(new LikeTerms().apply(graph, List.of(sum), new RewriteLog())).containsExactly(sum);
    }
  }
}
