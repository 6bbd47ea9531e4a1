package planish.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planish.autodiff.LogDensity;
import planish.autodiff.ParameterLayout;
import planish.kernels.ChainRandom;
import planish.spi.UserException;

final class InitialTest {
  private static final EightSchools SCHOOLS = EightSchools.rubin();

  @TempDir Path folder;

  private static double[] start(Initial initial, int chain) {
    return new StartingPositions(SCHOOLS, initial)
        .position(chain, SCHOOLS.density().open(), ChainRandom.of(1));
  }

  private Initial file(String text) throws IOException {
    return Initial.file(Files.writeString(folder.resolve("init.json"), text));
  }

  private static String sites(double mu) {
    return "{\"mu\": " + mu + ", \"tau\": 1, \"z\": [0,0,0,0,0,0,0,1]}";
  }

  @Test
  void uniformPositionsLieWithinTheRadius() {
    assertThat(start(Initial.uniform(2), 0)).hasSize(10).doesNotHaveDuplicates();
    assertThat(java.util.Arrays.stream(start(Initial.uniform(0.1), 0)))
        .allMatch(q -> Math.abs(q) < 0.1);
    assertThat(java.util.Arrays.stream(start(Initial.uniform(0), 0))).allMatch(q -> q == 0);
    assertThatThrownBy(() -> Initial.uniform(-1)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> Initial.uniform(Double.NaN)).isInstanceOf(UserException.class);
  }

  @Test
  void priorDrawsComeFromTheModel() {
    assertThat(start(Initial.prior(), 0)).isEqualTo(SCHOOLS.priorPosition(ChainRandom.of(1)));
  }

  @Test
  void valuesAreOnTheUsersScale() throws IOException {
    assertThat(start(file(sites(3)), 1)).containsExactly(3, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    Initial each = file("[" + sites(3) + "," + sites(4) + "]");
    assertThat(start(each, 0)[0]).isEqualTo(3);
    assertThat(start(each, 1)[0]).isEqualTo(4);
    Initial flat =
        Initial.values(Map.of("mu", new double[] {5}, "tau", new double[] {1}, "z", new double[8]));
    assertThat(start(flat, 0)[0]).isEqualTo(5);
  }

  private void refuses(String text, String message) throws IOException {
    Initial initial = file(text);
    assertThatThrownBy(() -> new StartingPositions(SCHOOLS, initial).check(3))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("init.json")
        .hasMessageContaining(message);
  }

  @Test
  void wrongValuesAreFoundBeforeTheRun() throws IOException {
    refuses("{\"mu\": [1]}", "'mu' has shape [], but the values given have shape [1]");
    refuses("{\"z\": [1, 2]}", "'z' has shape [8], but the values given have shape [2]");
    refuses("{\"nu\": 1}", "unknown site 'nu'");
    refuses("{\"tau\": -1}", "'tau' = -1.0 is not positive");
    refuses("[" + sites(1) + "," + sites(2) + "]", "for 1 or 3 chains, but there are 2");
    assertThatThrownBy(() -> file("[]")).hasMessageContaining("there are none");
  }

  @Test
  void positionsAreTriedUntilOneIsFinite() {
    LogDensity.Source half = Densities.with(1, q -> q < 0 ? Double.NEGATIVE_INFINITY : -q);
    var starts = new StartingPositions(plain(half), Initial.uniform(2));
    for (int seed = 0; seed < 20; seed++) {
      assertThat(starts.position(0, half.open(), ChainRandom.of(seed))[0]).isPositive();
    }
  }

  private static PlainPosterior plain(LogDensity.Source source) {
    return new PlainPosterior("plain", source, ParameterLayout.single("x", 1));
  }

  @Test
  void aDensityThatIsNowhereFiniteSaysWhy() {
    LogDensity.Source none = Densities.with(1, q -> Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> at(none, Initial.uniform(2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("100 tries (uniform(2.0))")
        .hasMessageContaining("the log density is -Infinity at x[1] = ");
    assertThatThrownBy(() -> at(none, Initial.values(Map.of("x", new double[] {3}))))
        .hasMessageContaining("1 try (the starting values)")
        .hasMessageContaining("x[1] = 3.0");
    assertThatThrownBy(() -> at(() -> new Explained(none.open()), Initial.uniform(2)))
        .hasMessageContaining("'y[3]' = -1.0 lies outside the support");
  }

  private static double[] at(LogDensity.Source source, Initial initial) {
    return new StartingPositions(plain(source), initial)
        .position(0, source.open(), ChainRandom.of(1));
  }

  @Test
  void aGradientThatIsNotFiniteIsNamed() {
    LogDensity.Source steep =
        () ->
            new Explained(Densities.normal(1).open()) {
              @Override
              public double valueAndGradient(double[] position, double[] gradient) {
                gradient[0] = Double.NaN;
                return 0;
              }
            };
    assertThatThrownBy(() -> at(steep, Initial.uniform(2)))
        .hasMessageContaining("the gradient of 'x[1]' is NaN");
  }

  @Test
  void aDensityWithoutAModelHasNoPrior() {
    assertThatThrownBy(() -> at(Densities.normal(1), Initial.prior()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("need a model");
  }

  @Test
  void initialPositionsAreTextsAndBack() throws IOException {
    List<Initial> all =
        List.of(Initial.uniform(0.1), Initial.prior(), file("[" + sites(1) + "," + sites(2) + "]"));
    for (Initial initial : all) {
      String text = InitialText.of(initial);
      assertThat(InitialText.of(InitialText.parse(text))).isEqualTo(text);
    }
    Initial odd = Initial.values(Map.of("a b\t,c", new double[] {Double.MIN_VALUE, -0.0}));
    assertThat(((Initial.Values) InitialText.parse(InitialText.of(odd))).sites().getFirst())
        .containsOnlyKeys("a b\t,c");
  }

  /** A density that knows why it fails. */
  private static class Explained implements LogDensity {
    private final LogDensity inner;

    Explained(LogDensity inner) {
      this.inner = inner;
    }

    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public double valueAndGradient(double[] position, double[] gradient) {
      return inner.valueAndGradient(position, gradient);
    }

    @Override
    public double value(double[] position) {
      return inner.value(position);
    }

    @Override
    public Optional<String> lastFailure() {
      return Optional.of("'y[3]' = -1.0 lies outside the support");
    }
  }
}
