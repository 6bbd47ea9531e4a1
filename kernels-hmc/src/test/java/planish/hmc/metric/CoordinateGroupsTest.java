package planish.hmc.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.Block;
import planish.autodiff.ParameterLayout;
import planish.autodiff.Shape;
import planish.spi.UserException;

class CoordinateGroupsTest {
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new Block("tau", "tau", 0, Shape.of(), Shape.of()),
              new Block("betas_decentered", "betas", 1, Shape.of(3), Shape.of(3)),
              new Block("mu", "mu", 4, Shape.of(), Shape.of())));

  private static CoordinateGroups groups(String text) {
    return CoordinateGroups.of(GroupText.parse(text), LAYOUT);
  }

  @Test
  void sitesAreFoundByEitherName() {
    for (String name : List.of("betas", "betas_decentered")) {
      CoordinateGroups groups = groups("(mu," + name + ")");
      assertThat(groups.groups()).hasSize(1);
      assertThat(groups.groups().getFirst()).containsExactly(1, 2, 3, 4);
      assertThat(groups.rest()).containsExactly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(tau,mu)(betas)", " ( tau , mu ) , ( betas ) ", "(tau,mu),(betas)"})
  void spacesAndCommasBetweenGroupsDoNotCount(String text) {
    CoordinateGroups groups = groups(text);
    assertThat(groups.groups().get(0)).containsExactly(0, 4);
    assertThat(groups.groups().get(1)).containsExactly(1, 2, 3);
    assertThat(groups.rest()).isEmpty();
  }

  @Test
  void anUnknownSiteListsBothKindsOfNames() {
    assertThatThrownBy(() -> groups("(tau,beta)"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("unknown site 'beta'")
        .hasMessageContaining("betas, betas_decentered, mu, tau");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "(tau)(tau,mu); groups overlap: site 'tau' stands in them twice",
        "(tau,tau); groups overlap: site 'tau' stands in them twice",
        "(betas)(mu,betas_decentered); 'betas' and 'betas_decentered' are the same site",
        "(); where a group is empty",
        "(tau)(); where a group is empty",
        "(tau,); where a name is empty",
        "tau,mu; expected groups of sites, as in (x1,x2)(y), but got 'tau,mu'",
        "(tau; expected groups of sites",
        "(tau)mu; expected groups of sites",
        "(tau)(mu),; expected groups of sites",
        "((tau)); expected groups of sites",
        ",(tau); expected groups of sites",
      })
  void wrongTextsAreErrorsInWords(String text, String message) {
    assertThatThrownBy(() -> groups(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("mass matrix 'blocks': ")
        .hasMessageContaining(message);
  }

  @Test
  void aMatrixTooLargeForAnArrayIsRefused() {
    assertThatThrownBy(() -> CoordinateGroups.all(50_000))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at most 46340 coordinates")
        .hasMessageContaining("50000");
  }
}
