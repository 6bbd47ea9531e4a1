package planish.distributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.spi.Registry;
import planish.spi.Services;

class LocationScaleTest {
  private static final double[] VALUES = {-3, -0.4, 0.7, 5};

  static Stream<DistributionProvider> families() {
    return Services.boot().find(DistributionProvider.class, "distribution").entries().stream()
        .map(Registry.Entry::provider)
        .filter(DistributionProvider::isLocationScale);
  }

  /** Arguments that are right for every family: 3 is a scale, a shape and a location. */
  private static Distribution some(DistributionProvider family) {
    List<Expr> arguments = new ArrayList<>();
    family.parameters().forEach(_ -> arguments.add(Expr.of(3)));
    return family.create(arguments);
  }

  /** p(x; μ, σ) = p((x − μ) / σ; 0, 1) / σ, whatever the shape parameters. */
  @ParameterizedTest
  @MethodSource("families")
  void densitiesMoveAndStretch(DistributionProvider family) {
    Expr x = Expr.vector(VALUES);
    Expr z = x.minus(1.5).dividedBy(0.4);
    LocationScale given = some(family).locationScale().orElseThrow();
    Expr moved = given.rebuild(Expr.of(1.5), Expr.of(0.4)).logProb(x);
    Expr standard = given.rebuild(Expr.of(0), Expr.of(1)).logProb(z).minus(Math.log(0.4));
    assertThat(Evaluate.constant(moved))
        .containsExactly(Evaluate.constant(standard), within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("families")
  void rebuiltFromItsOwnItIsTheSame(DistributionProvider family) {
    Distribution expanded = some(family).expand(Shape.of(4));
    LocationScale given = expanded.locationScale().orElseThrow();
    assertThat(given.rebuild(given.location(), given.scale())).isEqualTo(expanded);
  }

  @Test
  void partsOfOneValueKeepTheirs() {
    Expr mu = Expr.vector(1, 2, 3);
    Distribution vector = Distributions.independent(Distributions.normal(mu, 2), 1);
    LocationScale parts = vector.locationScale().orElseThrow();
    assertThat(parts.location()).isEqualTo(mu);
    Distribution rebuilt = parts.rebuild(Expr.of(0), Expr.of(1));
    assertThat(rebuilt.batchShape()).isEqualTo(Shape.scalar());
    assertThat(rebuilt.eventShape()).isEqualTo(Shape.of(3));
    assertThat(Evaluate.constant(rebuilt.logProb(Expr.vector(1, 2, 3))))
        .containsExactly(new double[] {-7 - 1.5 * Math.log(2 * Math.PI)}, within(1e-14));
  }

  @Test
  void othersHaveNone() {
    assertThat(Distributions.halfNormal(1).locationScale()).isEmpty();
    assertThat(Distributions.lognormal(0, 1).locationScale()).isEmpty();
    assertThat(Distributions.normal(0, 1).pushforward()).isEmpty();
    assertThat(families().map(DistributionProvider::name)).contains("normal", "cauchy");
  }
}
