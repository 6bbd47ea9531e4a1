package planish.acceptance;

import java.util.List;
import planish.diagnostics.Draws;
import planish.model.Model;
import planish.model.Posteriors;
import planish.sampling.Run;

/** Makes nearly independent draws from a posterior. */
@FunctionalInterface
interface PosteriorSampler {
  /** {@return {@code [draw][name]}} */
  double[][] draw(Model model, List<String> names, int draws, long seed);

  /** {@return the default sampler: one chain, of which every {@code thin}-th transition is kept} */
  static PosteriorSampler byDefault(int warmup, int thin) {
    return (model, names, draws, seed) ->
        rows(
            Run.of(Posteriors.compile("joint", model))
                .chains(1)
                .warmup(warmup)
                .draws(draws)
                .thin(thin)
                .seed(seed)
                .run()
                .draws(),
            names);
  }

  private static double[][] rows(Draws draws, List<String> names) {
    double[][] rows = new double[draws.draws()][names.size()];
    for (int column = 0; column < names.size(); column++) {
      double[] values = draws.column(names.get(column))[0];
      for (int row = 0; row < rows.length; row++) {
        rows[row][column] = values[row];
      }
    }
    return rows;
  }
}
