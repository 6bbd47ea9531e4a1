package planish.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Needed;
import planish.autodiff.graph.Node;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.vector.Loops;
import planish.reference.BigValues;

/** A scalar of a graph, before and after rewrites. */
public final class Rewritten {
  private final Graph graph;
  private final List<Expr> inputs;
  private final Expr before;
  private final Expr after;
  private final RewriteLog log = new RewriteLog();

  public Rewritten(Graph graph, List<Expr> inputs, Expr before, Rewrites rewrites) {
    this.graph = graph;
    this.inputs = inputs;
    this.before = before;
    this.after = rewrites.apply(Rewrite.Stage.DENSITY, graph, List.of(before), log).getFirst();
  }

  /** {@return standard normal numbers times a scale, plus a location} */
  public static double[] normals(int seed, int n, double location, double scale) {
    Random random = new Random(seed);
    return IntStream.range(0, n)
        .mapToDouble(i -> location + scale * random.nextGaussian())
        .toArray();
  }

  public static Expr input(Graph graph, String name, int offset, int... shape) {
    return graph.input(InputKind.POSITION, name, offset, Shape.of(shape));
  }

  public List<String> told() {
    return log.entries().stream().map(RewriteLog.Entry::what).toList();
  }

  public Expr after() {
    return after;
  }

  public boolean changed() {
    return !after.equals(before);
  }

  /** {@return the size of the largest vector that is computed at each evaluation} */
  public int largest() {
    boolean[] needed = Needed.by(graph, graph.indexOf(after));
    int largest = 0;
    for (int k = 0; k < needed.length; k++) {
      Node node = graph.node(k);
      largest = needed[k] && !node.known() ? Math.max(largest, node.shape().size()) : largest;
    }
    return largest;
  }

  /**
   * Asserts that the rewritten value is as near to the exact one as asked for, and its gradient to
   * that of the value as it was.
   */
  public void assertSame(Iterable<double[]> positions) {
    Program one = program(before);
    Program other = program(after);
    for (double[] position : positions) {
      double[] expected = run(one, position);
      double[] found = run(other, position);
      double exact = BigValues.of(graph, before, position).doubleValue();
      double size = Math.max(1, Math.abs(exact));
      assertThat(found[0]).isCloseTo(exact, within(1e-10 * size));
      for (int i = 1; i < found.length; i++) {
        double scale = Math.max(size, Math.abs(expected[i]));
        assertThat(found[i]).as("derivative " + i).isCloseTo(expected[i], within(1e-9 * scale));
      }
    }
  }

  /** {@return the greatest relative errors before and after} */
  public double[] errors(Iterable<double[]> positions) {
    Program one = program(before);
    Program other = program(after);
    double[] worst = new double[2];
    for (double[] position : positions) {
      BigDecimal exact = BigValues.of(graph, before, position);
      double size = Math.max(1, Math.abs(exact.doubleValue()));
      worst[0] = Math.max(worst[0], error(run(one, position)[0], exact) / size);
      worst[1] = Math.max(worst[1], error(run(other, position)[0], exact) / size);
    }
    return worst;
  }

  private static double error(double found, BigDecimal exact) {
    return new BigDecimal(found).subtract(exact).abs().doubleValue();
  }

  private Program program(Expr value) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(value, 0, 0));
    int offset = 1;
    for (Expr derivative : Gradient.of(value, inputs)) {
      outputs.add(new Output(derivative, 0, offset));
      offset += derivative.shape().size();
    }
    return Programs.compile(graph, outputs, Loops.plain()).open();
  }

  private double[] run(Program program, double[] position) {
    double[] out = new double[1 + position.length];
    assertThat(program.run(new double[][] {position}, new double[][] {out}).isFine()).isTrue();
    return out;
  }

  /** {@return how an evaluation ends} */
  public String status(double... position) {
    return program(after)
        .run(new double[][] {position}, new double[][] {new double[1 + position.length]})
        .told();
  }

  public double value(double... position) {
    return run(program(after), position)[0];
  }
}
