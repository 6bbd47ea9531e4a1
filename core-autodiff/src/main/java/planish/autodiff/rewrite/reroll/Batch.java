package planish.autodiff.rewrite.reroll;

import static planish.autodiff.graph.Functions.broadcast;
import static planish.autodiff.graph.Functions.product;
import static planish.autodiff.graph.Functions.sumLast;
import static planish.autodiff.graph.Functions.sumTo;
import static planish.autodiff.graph.Functions.transpose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Binary;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Check;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.CumulativeSum;
import planish.autodiff.graph.Dot;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Extreme;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.MatrixVector;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.Select;
import planish.autodiff.graph.Slice;
import planish.autodiff.graph.SumTo;
import planish.autodiff.graph.Transpose;
import planish.autodiff.graph.TriangularSolve;
import planish.autodiff.graph.Unary;
import planish.autodiff.graph.VectorMatrix;

/** Applies one operation to many operands at once: the rows of an array are the results. */
final class Batch {
  private final Graph graph;
  private final int rows;

  Batch(Graph graph, int rows) {
    this.graph = graph;
    this.rows = rows;
  }

  /**
   * {@return whether an operation can be applied to rows}
   *
   * @param shared for each operand whether all rows have the same
   * @param shapes of one row's operands
   */
  static boolean supports(Op op, boolean[] shared, Shape[] shapes) {
    return switch (op) {
      case Unary _, Binary _, Select _, Check _, Broadcast _, SumTo _, OrderedSum _ -> true;
      case Reshape _, Slice _, Gather _, Concatenate _, Dot _, LogSumExp _, Extreme _ -> true;
      case CumulativeSum _ -> true;
      case Transpose _ -> shapes[0].length(0) == 1 || shapes[0].length(1) == 1;
      case VectorMatrix _ -> shared[1] || shared[0] && shapes[1].length(1) == 1;
      case MatrixVector _ -> shared[0] || shared[1];
      case TriangularSolve _ -> shared[0] && shapes[1].rank() == 1;
      default -> false;
    };
  }

  /**
   * {@return the results of all rows}
   *
   * @param result the shape of one row's result
   * @param operands of which at least one differs between rows
   * @param shapes of one row's operands
   */
  Packed apply(Op op, Shape result, List<Packed> operands, Shape[] shapes) {
    return switch (op) {
      case Check _ -> check(op, operands, shapes);
      case Unary _, Binary _, Select _ ->
          packed(graph.apply(op, aligned(operands, shapes, result)));
      case OrderedSum _ -> packed(graph.apply(op, full(operands, result)));
      case Broadcast _ -> packed(repeated(operands.getFirst().value(), shapes[0], result));
      case SumTo _ -> packed(summed(operands.getFirst().value(), shapes[0], result));
      case Reshape _, Transpose _ -> packed(reshape(operands.getFirst().value(), over(result)));
      case Slice slice -> packed(window(operands.getFirst().value(), shapes[0], slice));
      case Gather gather ->
          packed(elements(operands.getFirst().value(), shapes[0], gather.index().values(), result));
      case Concatenate _ -> packed(joined(operands, shapes));
      case Dot _ -> packed(dot(operands.get(0), operands.get(1), shapes[0]));
      case CumulativeSum sum ->
          packed(
              graph.apply(
                  new CumulativeSum(sum.axis() + 1, sum.reverse()),
                  List.of(operands.getFirst().value())));
      case VectorMatrix _ -> packed(byMatrix(operands.get(0), operands.get(1), shapes[1], true));
      case MatrixVector _ -> packed(byMatrix(operands.get(1), operands.get(0), shapes[0], false));
      case TriangularSolve _ ->
          packed(
              transpose(
                  graph.apply(
                      op, List.of(operands.get(0).value(), transpose(operands.get(1).value())))));
      default -> packed(graph.apply(op, List.of(operands.getFirst().value())));
    };
  }

  /** The same elements under another shape, straight from where they were made. */
  private Expr reshape(Expr x, Shape shape) {
    Expr from = x;
    while (graph.node(graph.indexOf(from)).op() instanceof Reshape) {
      from = graph.expr(graph.node(graph.indexOf(from)).operand(0));
    }
    return Functions.reshape(from, shape);
  }

  private static Packed packed(Expr value) {
    return new Packed(value, false);
  }

  Shape over(Shape row) {
    return Shape.of(rows).then(row);
  }

  /** A check's condition may differ between rows though what it passes on does not. */
  private Packed check(Op op, List<Packed> operands, Shape[] shapes) {
    Packed x = operands.getFirst();
    List<Expr> all = new ArrayList<>(List.of(x.value()));
    boolean shared = operands.get(1).shared() && operands.get(2).shared();
    for (int k = 1; k < 3; k++) {
      all.add(shared ? operands.get(k).value() : fill(operands.get(k), shapes[k]));
    }
    return new Packed(graph.apply(op, all), x.shared());
  }

  /** Operands of an elementwise operation: scalars stay, all others get the result's shape. */
  private List<Expr> aligned(List<Packed> operands, Shape[] shapes, Shape result) {
    List<Expr> all = new ArrayList<>();
    for (int k = 0; k < shapes.length; k++) {
      Packed operand = operands.get(k);
      if (operand.shared() && shapes[k].isScalar()) {
        all.add(operand.value());
      } else {
        Expr each = fill(operand, shapes[k]);
        all.add(
            shapes[k].isScalar() && !result.isScalar()
                ? repeated(each, Shape.scalar(), result)
                : each);
      }
    }
    return all;
  }

  private List<Expr> full(List<Packed> operands, Shape shape) {
    return operands.stream().map(operand -> fill(operand, shape)).toList();
  }

  /** An operand with its rows, also where all are the same. */
  Expr fill(Packed operand, Shape row) {
    return operand.shared() ? broadcast(operand.value(), over(row)) : operand.value();
  }

  /** Each row, repeated to give a larger shape. */
  private Expr repeated(Expr x, Shape from, Shape to) {
    int[] lengths = new int[to.rank() + 1];
    Arrays.fill(lengths, 1);
    lengths[0] = rows;
    for (int k = 1; k <= from.rank(); k++) {
      lengths[lengths.length - k] = from.length(-k);
    }
    return broadcast(reshape(x, Shape.of(lengths)), over(to));
  }

  private Expr summed(Expr x, Shape from, Shape to) {
    int[] lengths = new int[from.rank() + 1];
    Arrays.fill(lengths, 1);
    lengths[0] = rows;
    for (int k = 1; k <= to.rank(); k++) {
      lengths[lengths.length - k] = to.length(-k);
    }
    return reshape(sumTo(x, Shape.of(lengths)), over(to));
  }

  private Expr window(Expr x, Shape from, Slice slice) {
    int[] index = new int[slice.result().size()];
    Arrays.setAll(index, j -> slice.offset() + j);
    return elements(x, from, index, slice.result());
  }

  private Expr elements(Expr x, Shape from, int[] index, Shape to) {
    int[] all = new int[rows * index.length];
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < index.length; j++) {
        all[row * index.length + j] = row * from.size() + index[j];
      }
    }
    return TemplateValues.elements(x, all, over(to));
  }

  private Expr joined(List<Packed> operands, Shape[] shapes) {
    List<Expr> parts = new ArrayList<>();
    for (int k = 0; k < shapes.length; k++) {
      parts.add(reshape(fill(operands.get(k), shapes[k]), Shape.of(rows, shapes[k].size())));
    }
    return Functions.concatenate(parts, 1);
  }

  private Expr dot(Packed a, Packed b, Shape row) {
    if (row.rank() == 1 && a.shared() != b.shared()) {
      return a.shared() ? product(b.value(), a.value()) : product(a.value(), b.value());
    }
    Expr products = fill(a, row).times(fill(b, row));
    return sumLast(products, row.rank());
  }

  /**
   * Products of vectors with a matrix, or of a vector with matrices.
   *
   * @param fromLeft whether vectors stand before the matrix
   */
  private Expr byMatrix(Packed vector, Packed matrix, Shape shape, boolean fromLeft) {
    int results = shape.length(fromLeft ? 1 : 0);
    int terms = shape.length(fromLeft ? 0 : 1);
    if (!matrix.shared()) {
      Expr stacked = reshape(matrix.value(), Shape.of(rows * results, terms));
      return reshape(product(stacked, vector.value()), Shape.of(rows, results));
    }
    if (results == 1) {
      Expr only = reshape(matrix.value(), Shape.of(terms));
      return reshape(product(vector.value(), only), Shape.of(rows, 1));
    }
    return product(vector.value(), fromLeft ? matrix.value() : transpose(matrix.value()));
  }
}
