package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.reshape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;

/** Known vectors, less parameters. */
final class Scatter {
  private final int width;
  private final int height;
  private final double[] rest;
  private final int[] group;
  private final int[] sizes;
  private final Expr means;

  private Scatter(int height, int width, double[] rest, int[] group, int groups, Expr means) {
    this.height = height;
    this.width = width;
    this.rest = rest;
    this.group = group;
    this.sizes = new int[groups];
    this.means = means;
    for (int k : group) {
      sizes[k]++;
    }
  }

  /** {@return rows with the same sums of products; null if these are not of that form} */
  static Expr of(Graph graph, KnownValues values, Expr rows) {
    ParameterForm form = ParameterForm.of(graph, RowFactor.ONE, rows);
    int height = rows.shape().length(0);
    int width = rows.shape().length(1);
    if (form == null || !form.scalars().isEmpty() || !form.products().isEmpty()) {
      return null;
    }
    double[] given = values.finite(form.constant());
    if (given == null || given.length != height * width || width == 0) {
      return null;
    }
    int[] group = new int[height];
    Expr means = null;
    int groups = 1;
    if (form.index() != null) {
      Map.Entry<Expr, Expr> only = form.grouped().entrySet().iterator().next();
      group = groupsOfRows(form.index().values(), height, width);
      if (form.grouped().size() != 1 || !only.getKey().equals(Expr.of(1)) || group == null) {
        return null;
      }
      means = only.getValue();
      groups = means.shape().size() / width;
    }
    if (groups * width != (means == null ? width : means.shape().size())
        || groups + width >= height) {
      return null;
    }
    return new Scatter(height, width, given.clone(), group, groups, means).rows();
  }

  /** {@return the group of each row, all of whose numbers take their own element of it; or null} */
  private static int[] groupsOfRows(int[] index, int height, int width) {
    int[] group = new int[height];
    for (int i = 0; i < height; i++) {
      group[i] = index[i * width] / width;
      for (int j = 0; j < width; j++) {
        if (index[i * width + j] != group[i] * width + j) {
          return null;
        }
      }
    }
    return group;
  }

  private Expr rows() {
    double[] high = means == null ? new double[sizes.length * width] : centres();
    double[] low = means == null ? high : centres();
    double[] scatter = factor();
    if (!KnownValues.allFinite(scatter)) {
      return null;
    }
    Shape all = Shape.of(width, width);
    if (means == null) {
      return Expr.of(scatter, all);
    }
    Expr centred = means.plus(Expr.vector(high));
    if (Arrays.stream(low).anyMatch(x -> x != 0)) {
      centred = centred.plus(Expr.vector(low));
    }
    Expr weighed = centred.times(Expr.vector(roots()));
    Expr flat = concatenate(List.of(weighed, Expr.vector(scatter)));
    return reshape(flat, Shape.of(sizes.length + width, width));
  }

  /** {@return the means of the rest, which are taken out of it} */
  private double[] centres() {
    KnownSums[] sums = new KnownSums[sizes.length * width];
    Arrays.setAll(sums, k -> new KnownSums());
    for (int i = 0; i < rest.length; i++) {
      sums[at(i)].add(rest[i]);
    }
    double[] centres = new double[sums.length];
    for (int k = 0; k < centres.length; k++) {
      centres[k] = sizes[k / width] == 0 ? 0 : sums[k].value() / sizes[k / width];
    }
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= centres[at(i)];
    }
    return centres;
  }

  private int at(int i) {
    return group[i / width] * width + i % width;
  }

  private double[] roots() {
    double[] roots = new double[sizes.length * width];
    Arrays.setAll(roots, k -> Math.sqrt(sizes[k / width]));
    return roots;
  }

  private double[] factor() {
    RowsQr qr = new RowsQr(width);
    double[] row = new double[width];
    for (int i = 0; i < height; i++) {
      System.arraycopy(rest, i * width, row, 0, width);
      qr.add(row);
    }
    return qr.factor();
  }
}
