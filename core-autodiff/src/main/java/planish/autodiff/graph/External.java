package planish.autodiff.graph;

import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.Shape;

/** A function that brings its own evaluation and derivative. */
public record External(ExternalFunction function) implements Op {
  @Override
  public Shape shape(Shape... operands) {
    return function.shape(List.of(operands));
  }

  @Override
  public Evaluation bind(Context context, Operand[] in, Window out) {
    CopiedOperands arguments = new CopiedOperands(in);
    int n = function.shape(java.util.Arrays.stream(in).map(Operand::shape).toList()).size();
    double[] result = new double[n];
    ExternalFunction.Call call = function.open();
    return new Evaluation() {
      private Failure failure;

      @Override
      public boolean run() {
        failure = call.evaluate(arguments.values(), result);
        System.arraycopy(result, 0, out.array(), out.offset(), n);
        return failure == null;
      }

      @Override
      public Failure failure() {
        return failure;
      }
    };
  }

  @Override
  public void pullback(Pullback p) {
    List<Expr> operands = IntStream.range(0, p.operandCount()).mapToObj(p::operand).toList();
    List<Expr> adjoints = function.pullback(p.self(), operands, p.fullAdjoint());
    for (int k = 0; k < operands.size(); k++) {
      if (adjoints.get(k) != null) {
        p.addWhole(k, adjoints.get(k));
      }
    }
  }

  @Override
  public String toString() {
    return "external " + function.name();
  }
}
