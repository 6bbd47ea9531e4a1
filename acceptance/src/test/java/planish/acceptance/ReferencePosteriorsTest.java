package planish.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * posteriordb's posteriors: log densities at two points each, and draws against its reference
 * draws, by the tolerances that come with them: with all 31 there are 218 quantities and 872
 * comparisons at four standard errors, so a right sampler is rejected somewhere with probability
 * 5.4 %; of the nine short ones, with 56 quantities, 1.4 %.
 */
class ReferencePosteriorsTest {
  static final List<String> ALL = ReferenceModels.NAMES;

  /** A summary that is read in part would be compared in part. */
  @Test
  void allQuantitiesAreRead() throws IOException {
    Path folder = ReferencePosteriors.folder();
    int quantities = 0;
    for (String name : ALL) {
      quantities += ReferenceSummary.read(folder, name).names().size();
    }
    assertThat(quantities).isEqualTo(218);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void densitiesDifferAsStansDo(String name) throws IOException {
    Path folder = ReferencePosteriors.folder();
    ReferenceCheck.read(folder, name).compare(ReferenceModels.read(folder, name));
    ReferencePosteriors.densitiesCompared(name);
  }

  @ParameterizedTest
  @CsvSource({
    "eight_schools-eight_schools_noncentered, 1000",
    "garch-garch11, 1000",
    "gp_pois_regr-gp_pois_regr, 500",
    "kidiq-kidscore_momhs, 1000",
    "kidiq_with_mom_work-kidscore_interaction_c, 1000",
    "kidiq_with_mom_work-kidscore_mom_work, 1000",
    "low_dim_gauss_mix-low_dim_gauss_mix, 1000",
    "mesquite-logmesquite_logva, 1000",
    "sblrc-blr, 1000"
  })
  void shortRunsAgreeWithTheReferenceDraws(String name, int draws) throws IOException {
    new ReferenceRun(name, draws).compare();
  }

  @Tag("long")
  @ParameterizedTest
  @FieldSource("ALL")
  void allAgreeWithTheReferenceDraws(String name) throws IOException {
    new ReferenceRun(name, 4000).compare();
  }
}
