package planish.autodiff.rewrite.gather;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.LogSumExp;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.Op;
import planish.autodiff.graph.Reshape;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.rewrite.basics.Cost;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.basics.Visit;
import planish.autodiff.rewrite.basics.Words;

/**
 * Computes functions of groups' values once for each group, not once for each row: {@code f(a[i])}
 * becomes {@code f(a)[i]}, where rows are at least as many as the groups that have one. The values
 * of a group may be an array, such as its probabilities of categories.
 *
 * <p>Groups without rows are left out: an element that no row uses must not fail a check.
 */
public final class GatherLast implements Rewrite {
  /** Without state. */
  public GatherLast() {}

  @Override
  public String name() {
    return "gather-last";
  }

  @Override
  public String summary() {
    return "computes once for each group what all of its rows have in common";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    RowGathers gathers = new RowGathers(graph);
    RowWork work = new RowWork(graph, roots);
    return Visit.each(
        graph,
        roots,
        log,
        visit ->
            visit.node().op() instanceof Gather gather
                ? ofPresentGroups(visit, gather, gathers, work)
                : once(visit, gathers));
  }

  private static Expr once(Visit visit, RowGathers gathers) {
    Node node = visit.node();
    int[] rows = commonRows(visit, gathers);
    Op op = rows == null ? null : ofGroups(node, visit, rows.length, gathers);
    if (op == null) {
      return null;
    }
    List<Expr> groups = visit.operands().stream().map(operand -> groups(gathers, operand)).toList();
    Expr once = visit.graph().apply(op, groups);
    Expr after = gathers.taken(once, rows);
    int times = once.shape().size();
    int before = node.shape().size();
    return times < before && op.viewOffset() < 0
        ? visit.told(after, node.op() + " is computed " + times(times) + ", not " + times(before))
        : after;
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static Expr groups(RowGathers gathers, Expr operand) {
    return operand.shape().isScalar() ? operand : gathers.of(operand).source();
  }

  /** {@return the rows taken from those groups alone that have any; null if all have} */
  private static Expr ofPresentGroups(
      Visit visit, Gather gather, RowGathers gathers, RowWork work) {
    Expr source = visit.operand(0);
    RowGathers.RowGather rows = gathers.of(visit.graph().apply(gather, visit.operands()));
    if (rows == null) {
      return ofPresentElements(visit, gather, work);
    }
    int[] present = rows.present();
    if (!pays(present, rows.groups(), rows.rows().length, work.of(visit.index()), source)) {
      return null;
    }
    Expr groups =
        isWindow(present)
            ? Functions.slice(source, present[0], present[0] + present.length)
            : gathers.taken(source, present);
    int[] places = places(rows.rows(), present, rows.groups());
    return isRange(places) ? groups : left(visit, gathers.taken(groups, places), present.length);
  }

  private static Expr ofPresentElements(Visit visit, Gather gather, RowWork work) {
    Expr source = visit.operand(0);
    int[] index = gather.index().values();
    int size = source.shape().size();
    int[] present = KnownSums.present(null, index.length, index, size);
    if (!pays(present, size, index.length, work.of(visit.index()), source)) {
      return null;
    }
    Shape shape = Shape.of(present.length);
    Expr groups =
        isWindow(present)
            ? Functions.window(source, present[0], shape)
            : gatherFlat(source, present, shape);
    Gather fewer = new Gather(new Indices(places(index, present, size)), gather.result());
    return left(visit, visit.graph().apply(fewer, List.of(groups)), present.length);
  }

  /**
   * {@return whether groups without rows are to be left out: those that have rows are read where
   * they stand, or taken once more, which costs less than the functions of as many rows do}
   */
  private static boolean pays(int[] present, int groups, int rows, double work, Expr source) {
    if (present.length == groups || isWindow(present)) {
      return present.length < groups;
    }
    int width = source.shape().size() / groups;
    double saved = work * (rows - present.length) / rows;
    return saved > Cost.ofGather(present.length * width);
  }

  private static boolean isWindow(int[] present) {
    return present.length > 0 && present[present.length - 1] - present[0] == present.length - 1;
  }

  private static boolean isRange(int[] places) {
    return IntStream.range(0, places.length).allMatch(k -> places[k] == k);
  }

  private static Expr left(Visit visit, Expr after, int present) {
    Shape source = visit.operand(0).shape();
    int all = source.rank() == after.shape().rank() ? source.length(0) : source.size();
    return visit.told(
        after, "left out: " + Words.count(all - present, "group") + " without an observation");
  }

  private static int[] places(int[] index, int[] present, int groups) {
    int[] place = new int[groups];
    for (int k = 0; k < present.length; k++) {
      place[present[k]] = k;
    }
    return IntStream.of(index).map(k -> place[k]).toArray();
  }

  /** {@return the operation on groups that gives the rows' values; null if there is none} */
  private static Op ofGroups(Node node, Visit visit, int rows, RowGathers gathers) {
    if (RowWork.elementwise(node.op()) || node.op() instanceof LogSumExp) {
      return node.shape().rank() > 0 && node.shape().length(0) == rows ? node.op() : null;
    }
    Shape operand = visit.operand(0).shape();
    int rank = node.shape().rank();
    if (rank == 0 || node.shape().length(0) != rows || operand.length(0) != rows) {
      return null;
    }
    int groups = gathers.of(visit.operand(0)).groups();
    Shape shape = Shape.of(groups).then(node.shape().last(rank - 1));
    return switch (node.op()) {
      case Reshape _ -> new Reshape(shape);
      case SumTo _ when rank == operand.rank() -> new SumTo(shape);
      case Broadcast _ when rank == operand.rank() -> new Broadcast(shape);
      default -> null;
    };
  }

  /** {@return the rows that all operands but scalars take; null if there are none} */
  private static int[] commonRows(Visit visit, RowGathers gathers) {
    int[] common = null;
    for (Expr operand : visit.operands()) {
      if (operand.shape().isScalar()) {
        continue;
      }
      RowGathers.RowGather gather = gathers.of(operand);
      if (gather == null || common == null && !gather.coversAll()) {
        return null;
      }
      if (common != null && common != gather.rows() && !Arrays.equals(common, gather.rows())) {
        return null;
      }
      common = common == null ? gather.rows() : common;
    }
    return common;
  }
}
