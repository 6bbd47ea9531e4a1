package planish.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final double[][] UNEVEN = {{1, 2, 3}, {4, 5}};

  private final Draws draws = new Samples().statistic("lp__", UNEVEN).scalar("mu", UNEVEN).draws(2);

  @Test
  void chainsAreCutToTheShortest() {
    assertThat(draws.chains()).isEqualTo(2);
    assertThat(draws.draws()).isEqualTo(2);
    assertThat(draws.column("mu")).isEqualTo(new double[][] {{1, 2}, {4, 5}});
    assertThat(draws.column(0)).isEqualTo(new double[][] {{1, 2}, {4, 5}});
    assertThat(draws.statistic("lp__")).isEqualTo(new double[][] {{1, 2}, {4, 5}});
  }

  @Test
  void namesThatAreNotThereAreToldWithThoseThatAre() {
    assertThat(draws.hasStatistic("lp__")).isTrue();
    assertThat(draws.hasStatistic("energy__")).isFalse();
    assertThatThrownBy(() -> draws.column("nu"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("'nu'")
        .hasMessageContaining("mu");
    assertThatThrownBy(() -> draws.statistic("energy__"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("'energy__'")
        .hasMessageContaining("lp__");
  }

  @Test
  void nothingAtAllIsNoDraws() {
    Draws none = new Draws(List.of(), List.of(), new double[0][][], new double[0][][]);
    assertThat(none.chains()).isZero();
    assertThat(none.draws()).isZero();
    assertThat(none.columnNames()).isEmpty();
  }
}
