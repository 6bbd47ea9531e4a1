package planish.autodiff.program;

import static planish.autodiff.graph.Functions.*;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.vector.Loops;

/**
 * A program for a JVM of its own that prints how many bytes 200 runs on plain loops allocate.
 *
 * <p>Where a JIT goes over to compiled code, or back, it makes a few bytes of its own; and it does
 * without objects that the code asks for. Interpreted, every byte is one that the code asks for.
 */
final class AllocationProgram {
  private static final int ROUNDS = 200;

  private AllocationProgram() {}

  public static void main(String[] arguments) {
    Program program = program();
    double[][] in = {new double[40]};
    double[][] out = {new double[1], new double[40]};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // The first run loads classes, and so does the first call of the counter.
    allocated(threads, program, in, out, 1);
    System.out.println(allocated(threads, program, in, out, ROUNDS));
  }

  private static long allocated(
      ThreadMXBean threads, Program program, double[][] in, double[][] out, int rounds) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int k = 0; k < rounds; k++) {
      program.run(in, out);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static Program program() {
    Graph graph = new Graph();
    Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(40));
    Expr z = product(Expr.full(Shape.of(30, 20), 0.5), x.slice(0, 20));
    Expr value =
        sum(log1pExp(z)).plus(dot(x, x)).plus(sum(cholesky(diagonalMatrix(exp(x.slice(0, 3))))));
    Expr gradient = Gradient.of(value, List.of(x)).getFirst();
    List<Output> outputs = List.of(new Output(value, 0, 0), new Output(gradient, 1, 0));
    return Programs.compile(graph, outputs, Loops.plain()).open();
  }
}
