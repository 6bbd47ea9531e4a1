package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.concatenate;
import static planish.autodiff.graph.Functions.reshape;
import static planish.autodiff.graph.Functions.transpose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.graph.MatrixProduct;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.rewrite.Rebuild;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.basics.Words;
import planish.autodiff.vector.UnaryFunction;

/**
 * Replaces N known vectors by their mean and scatter in a sum of squares: {@code Σ |A (y[i] - m)|²}
 * is {@code |A √N (ȳ - m)|² + |A C|²}, where C, with as many columns as y has numbers, is the
 * triangular factor of the centred vectors. A is the inverse of a triangular matrix, or a matrix.
 * Where groups of vectors have their own m, there is a mean for each.
 */
public final class ScatterSums implements Rewrite {
  /** Without state. */
  public ScatterSums() {}

  @Override
  public String name() {
    return "scatter-sums";
  }

  @Override
  public String summary() {
    return "replaces the vectors of multivariate normal models by their mean and scatter";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    KnownValues values = new KnownValues(graph);
    Cost cost = new Cost(graph);
    return Rebuild.of(
        graph,
        roots,
        (index, node, operands) -> {
          Node image = node.known() ? null : image(graph, node, operands);
          return image == null
              ? null
              : better(graph, values, cost, index, image, node, operands, log);
        });
  }

  /** {@return the product or solution whose squares are summed; null if there is none} */
  private static Node image(Graph graph, Node node, List<Expr> operands) {
    Expr squared = null;
    if (node.op() instanceof SumTo && node.shape().isScalar()) {
      Node inner = graph.node(graph.indexOf(operands.get(0)));
      squared =
          inner.op() instanceof Unary(UnaryFunction f) && f == UnaryFunction.SQUARE
              ? graph.expr(inner.operand(0))
              : null;
    } else if (node.op() instanceof Dot && operands.get(0).equals(operands.get(1))) {
      squared = operands.get(0);
    }
    while (squared != null && turned(graph, squared) != null) {
      squared = turned(graph, squared);
    }
    Node image = squared == null ? null : graph.node(graph.indexOf(squared));
    boolean matrix = image != null && image.shape().rank() == 2;
    return matrix && (image.op() instanceof TriangularSolve || image.op() instanceof MatrixProduct)
        ? image
        : null;
  }

  /** {@return what has the same elements in another order; null if there is none} */
  private static Expr turned(Graph graph, Expr e) {
    Node node = graph.node(graph.indexOf(e));
    return node.op() instanceof Transpose || node.op() instanceof Reshape
        ? graph.expr(node.operand(0))
        : null;
  }

  private static Expr better(
      Graph graph,
      KnownValues values,
      Cost cost,
      int index,
      Node image,
      Node node,
      List<Expr> operands,
      RewriteLog log) {
    boolean solve = image.op() instanceof TriangularSolve;
    Expr rows = graph.expr(image.operand(solve ? 1 : 0));
    if (solve) {
      Node turned = graph.node(graph.indexOf(rows));
      rows = turned.op() instanceof Transpose ? graph.expr(turned.operand(0)) : transpose(rows);
    }
    Expr fewer = Scatter.of(graph, values, rows);
    if (fewer == null) {
      return null;
    }
    Expr other = graph.expr(image.operand(solve ? 0 : 1));
    List<Expr> taken = solve ? List.of(other, transpose(fewer)) : List.of(fewer, other);
    Expr after = planish.autodiff.graph.Functions.square(graph.apply(image.op(), taken)).sum();
    Expr before = graph.apply(node.op(), operands);
    if (!cost.less(after, before)) {
      return null;
    }
    log.add(
        Words.place(graph, index, operands),
        rows.shape().length(0)
            + " vectors became "
            + fewer.shape().length(0)
            + ": their means and scatter");
    return after;
  }

  /** Known vectors, less parameters. */
  private static final class Scatter {
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

    /**
     * {@return the group of each row, all of whose numbers take their own element of it; or null}
     */
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
}
