package planish.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import planish.examples.EightSchoolsNoncentered;
import planish.model.Model;
import planish.spi.Options;

/** The posteriors of posteriordb that are compared, as models with their data. */
final class ReferenceModels {
  /** Their names: data, a hyphen, model. */
  static final List<String> NAMES =
      List.of(
          "arK-arK",
          "bball_drive_event_0-hmm_drive_0",
          "diamonds-diamonds",
          "earnings-earn_height",
          "earnings-log10earn_height",
          "earnings-logearn_height",
          "earnings-logearn_interaction",
          "earnings-logearn_logheight_male",
          "eight_schools-eight_schools_noncentered",
          "garch-garch11",
          "gp_pois_regr-gp_pois_regr",
          "hmm_example-hmm_example",
          "hudson_lynx_hare-lotka_volterra",
          "kidiq-kidscore_interaction",
          "kidiq-kidscore_momhs",
          "kidiq-kidscore_momiq",
          "kidiq_with_mom_work-kidscore_interaction_c",
          "kidiq_with_mom_work-kidscore_interaction_z",
          "kidiq_with_mom_work-kidscore_mom_work",
          "kilpisjarvi_mod-kilpisjarvi",
          "low_dim_gauss_mix-low_dim_gauss_mix",
          "mesquite-logmesquite",
          "mesquite-logmesquite_logva",
          "mesquite-logmesquite_logvash",
          "mesquite-mesquite",
          "nes1972-nes",
          "nes1980-nes",
          "nes1984-nes",
          "nes1992-nes",
          "nes1996-nes",
          "sblrc-blr");

  private ReferenceModels() {}

  static Model read(Path folder, String name) {
    String[] parts = name.split("-");
    ReferenceData data = ReferenceData.read(folder, parts[0]);
    return switch (parts[1]) {
      case "arK" -> Autoregression.model(data);
      case "hmm_drive_0" -> HiddenMarkov.drive(data);
      case "diamonds" -> DiamondPrices.model(data);
      case "eight_schools_noncentered" ->
          new EightSchoolsNoncentered().create(Options.defaults(List.of()), Optional.empty());
      case "garch11" -> Garch.model(data);
      case "gp_pois_regr" -> PoissonProcess.model(data);
      case "hmm_example" -> HiddenMarkov.example(data);
      case "lotka_volterra" -> PredatorAndPrey.model(data);
      case "kilpisjarvi" -> TemperatureTrend.model(data);
      case "low_dim_gauss_mix" -> NormalMixture.model(data);
      default -> ReferenceRegressions.of(parts[1], data).model();
    };
  }
}
