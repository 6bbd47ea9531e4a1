package planish.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.Status;
import planish.autodiff.vector.Loops;

/** A log density and its gradient after some rewrites, as a program. */
final class Form {
  private final List<Expr> roots;
  private final boolean rewritten;
  private final Program program;
  private final double[][] out;

  private Form(Graph graph, List<Expr> roots, boolean rewritten) {
    this.roots = roots;
    this.rewritten = rewritten;
    List<Output> outputs = new ArrayList<>();
    int size = 0;
    for (Expr root : roots) {
      outputs.add(new Output(root, 0, size));
      size += root.shape().size();
    }
    this.program = Programs.compile(graph, outputs, Loops.plain()).open();
    this.out = new double[][] {new double[size]};
  }

  static Form of(Scene scene, Expr density, Rewrites rewrites) {
    Graph graph = scene.graph();
    RewriteLog log = new RewriteLog();
    Expr value = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(density), log).getFirst();
    List<Expr> both = new ArrayList<>(List.of(value));
    both.addAll(Gradient.of(value, scene.inputs()));
    List<Expr> roots = rewrites.apply(Rewrite.Stage.PROGRAM, graph, both, log);
    return new Form(graph, roots, !value.equals(density) || !roots.equals(both));
  }

  /** {@return value and gradient} */
  List<Expr> roots() {
    return roots;
  }

  /** {@return whether a rewrite changed anything} */
  boolean isRewritten() {
    return rewritten;
  }

  /** {@return value and gradient at a position; the same array at each call} */
  double[] at(double[] position) {
    assertThat(status(position).told()).isEqualTo("fine");
    return out[0];
  }

  /** {@return value and gradient where they were last computed} */
  double[] values() {
    return out[0];
  }

  /** {@return how an evaluation ends} */
  Status status(double[] position) {
    return program.run(new double[][] {position}, out);
  }
}
