package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.graph.Concatenate;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.graph.OrderedSum;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Slice;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.RewriteLog;

/**
 * Makes one vector statement of many scalar ones that are computed alike, as a loop of the model's
 * program leaves them.
 *
 * <p>Terms of a sum, and values that stand side by side, are grouped by their structure. Within a
 * group, what all have in common is computed once, elements of an array become a window or a
 * gather, numbers become a data vector, and operations run over all rows. Sums of products with
 * known numbers become dot products, those of many rows a matrix product. Where rows depend on the
 * ones before them, what they hand on is computed by a scan.
 */
public final class Reroll implements Rewrite {
  /** Without state. */
  public Reroll() {}

  @Override
  public String name() {
    return "re-roll";
  }

  @Override
  public String summary() {
    return "makes one vector statement, or one loop, of many scalar statements that are alike";
  }

  @Override
  public Stage stage() {
    return Stage.DENSITY;
  }

  @Override
  public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
    Place before = graph.place();
    List<Expr> result = new Pass(graph, new RerollLog(graph, log)).run(roots);
    graph.enter(before);
    return result;
  }

  /** One pass over the nodes, operands first. */
  private static final class Pass {
    private final Graph graph;
    private final Views views;
    private final Structure structure;
    private final Regrouping regrouping;
    private final Joining joining;
    private final RerollLog log;
    private int[] renewed;
    private Sums sums;

    Pass(Graph graph, RerollLog log) {
      this.graph = graph;
      this.log = log;
      this.views = new Views(graph);
      this.structure = new Structure(graph, views);
      this.regrouping = new Regrouping(graph, views, structure, log);
      this.joining = new Joining(graph, views, structure, log);
    }

    List<Expr> run(List<Expr> roots) {
      int[] indices = roots.stream().mapToInt(graph::indexOf).toArray();
      boolean[] needed = Needed.by(graph, indices);
      renewed = new int[needed.length];
      sums = new Sums(graph, needed);
      for (int k = 0; k < needed.length; k++) {
        if (needed[k]) {
          graph.enter(graph.placeOf(k));
          renewed[k] = renew(k);
        }
      }
      int[] now = Arrays.stream(indices).map(index -> renewed[index]).toArray();
      now = new Chains(graph, views, structure, log).rolled(now);
      log.finish();
      List<Expr> result = new ArrayList<>();
      for (int r = 0; r < indices.length; r++) {
        result.add(now[r] == indices[r] ? roots.get(r) : graph.expr(now[r]));
      }
      return result;
    }

    private int renew(int k) {
      Node node = graph.node(k);
      if (node.known()) {
        return k;
      }
      Expr other = other(k, node);
      return other == null ? rebuilt(k, node) : graph.indexOf(other);
    }

    private Expr other(int k, Node node) {
      if (node.op() instanceof Slice && node.shape().isScalar()) {
        return element(k, node);
      }
      if (node.op() instanceof Concatenate && node.operandCount() > 1) {
        return joining.join(operands(node));
      }
      return Sums.isSum(node) && !sums.isInner(k) ? regrouped(k, node) : null;
    }

    /** An element of scalars that stand side by side is that scalar. */
    private Expr element(int k, Node node) {
      int base = views.base(k);
      if (base == views.base(node.operand(0))) {
        return null;
      }
      Expr array = graph.expr(renewed[base]);
      return array.shape().isScalar()
          ? array
          : planish.autodiff.graph.Functions.window(array, views.offset(k), node.shape());
    }

    private Expr regrouped(int k, Node node) {
      if (sums.isPair(k) && regrouping.differ(renewed[node.operand(0)], renewed[node.operand(1)])) {
        return null;
      }
      List<Term> terms = renewed(sums.terms(k, this::alike));
      boolean ordered = node.op() instanceof OrderedSum;
      return regrouping.sum(ordered ? opened(node, terms) : terms, ordered);
    }

    private boolean alike(int a, int b) {
      return structure.of(renewed[a]) == structure.of(renewed[b]);
    }

    private List<Term> renewed(List<Term> terms) {
      List<Term> result = new ArrayList<>(terms.size());
      for (Term term : terms) {
        result.add(new Term(renewed[term.node()], term.times()));
      }
      return result;
    }

    /** Sums within a sum are opened where their terms may be computed at once. */
    private List<Term> opened(Node node, List<Term> terms) {
      List<Term> result = new ArrayList<>(terms.size());
      java.util.Map<Integer, Integer> kinds = new java.util.HashMap<>();
      terms.forEach(term -> kinds.merge(structure.of(term.node()), 1, Integer::sum));
      for (int j = 0; j < terms.size(); j++) {
        Term term = terms.get(j);
        int operand = node.operand(j);
        if (sums.isInner(operand)
            && term.times() == 1
            && kinds.get(structure.of(term.node())) == 1) {
          List<Term> inside = renewed(sums.terms(operand, this::alike));
          result.addAll(regrouping.mayGroup(inside) ? inside : List.of(term));
        } else {
          result.add(term);
        }
      }
      return result;
    }

    private List<Expr> operands(Node node) {
      List<Expr> operands = new ArrayList<>(node.operandCount());
      for (int j = 0; j < node.operandCount(); j++) {
        operands.add(graph.expr(renewed[node.operand(j)]));
      }
      return operands;
    }

    private int rebuilt(int k, Node node) {
      for (int j = 0; j < node.operandCount(); j++) {
        if (renewed[node.operand(j)] != node.operand(j)) {
          return graph.indexOf(graph.apply(node.op(), operands(node)));
        }
      }
      return k;
    }
  }
}
