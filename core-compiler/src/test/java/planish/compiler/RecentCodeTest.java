package planish.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Gradient;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Place;
import planish.autodiff.graph.Scan;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Output;
import planish.autodiff.program.Program;
import planish.autodiff.program.Programs;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.vector.Loops;
import planish.autodiff.vector.VectorLoops;

/** Programs of the same tape share code; those of one that differs in anything do not. */
class RecentCodeTest {
  private static final long MOST = 100_000;

  private final RecentCode recent = new RecentCode(MOST);

  /** What a tape consists of, to be varied one by one. */
  private record Parts(
      int length,
      double datum,
      double number,
      int group,
      String message,
      double step,
      int slot,
      boolean sine) {
    static final Parts PLAIN = new Parts(200, 0.5, 2, 3, "too small", 0.9, 1, true);

    TapeSource tape() {
      Graph graph = new Graph();
      Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(4));
      double[] data = new double[length];
      Arrays.fill(data, 1);
      data[length - 1] = datum;
      int[] groups = new int[length];
      groups[length - 1] = group;
      Expr y = graph.data("y", data, Shape.of(length));
      Expr eta = Functions.gather(x, groups).times(number).minus(y);
      Expr f = sine ? Functions.sin(eta) : Functions.cos(eta);
      Expr fine = Functions.checked(f, Functions.less(Expr.of(-50), eta), eta, message);
      Expr value = recurrence(fine).plus(Functions.square(fine).sum());
      Expr gradient = Gradient.of(value, List.of(x)).getFirst();
      return Programs.layOut(
          graph, List.of(new Output(value, 0, 0), new Output(gradient, slot, 0)), Loops.plain());
    }

    private Expr recurrence(Expr rows) {
      var body =
          ScanBodies.of(
              1, 1, 0, (state, input, _) -> Functions.tanh(state.times(step)).plus(input));
      Expr sequence = Functions.reshape(rows, Shape.of(length, 1));
      return Functions.scan(body, Expr.vector(0), sequence, Expr.vector()).sum();
    }
  }

  private boolean share(TapeSource one, TapeSource other) {
    return recent.of(one) == recent.of(other);
  }

  @Test
  void theSameTapeMadeTwiceSharesItsCode() {
    TapeSource tape = Parts.PLAIN.tape();
    assertThat(tape.nodes()).anyMatch(node -> node.op() instanceof Scan);
    assertThat(share(tape, Parts.PLAIN.tape())).isTrue();
  }

  @Test
  void anythingElseHasCodeOfItsOwn() {
    Parts plain = Parts.PLAIN;
    List<Parts> others =
        List.of(
            new Parts(201, 0.5, 2, 3, "too small", 0.9, 1, true),
            new Parts(200, 0.6, 2, 3, "too small", 0.9, 1, true),
            new Parts(200, 0.5, 3, 3, "too small", 0.9, 1, true),
            new Parts(200, 0.5, 2, 2, "too small", 0.9, 1, true),
            new Parts(200, 0.5, 2, 3, "too large", 0.9, 1, true),
            new Parts(200, 0.5, 2, 3, "too small", 0.8, 1, true),
            new Parts(200, 0.5, 2, 3, "too small", 0.9, 2, true),
            new Parts(200, 0.5, 2, 3, "too small", 0.9, 1, false));
    CompiledSource first = recent.of(plain.tape());
    for (Parts other : others) {
      assertThat(recent.of(other.tape())).as(other.toString()).isNotSameAs(first);
    }
    assertThat(recent.of(plain.tape())).as("none of them has replaced it").isSameAs(first);
  }

  private static Parts data(double datum) {
    return new Parts(200, datum, 7, 3, "too small", 0.9, 1, true);
  }

  @Test
  void theThirdTapeThatDiffersWhereTheSecondDidSharesItsCode() {
    CompiledSource first = recent.of(data(1).tape());
    CompiledSource second = recent.of(data(2).tape());
    assertThat(first.isForOneTape()).isTrue();
    assertThat(second.isForOneTape()).isFalse();
    assertThat(recent.of(data(3).tape())).isSameAs(second);
    assertThat(recent.of(data(1).tape())).isSameAs(first);
  }

  @Test
  void whatDiffersElsewhereHasOtherCodeThatServesForBoth() {
    recent.of(data(1).tape());
    CompiledSource second = recent.of(data(2).tape());
    CompiledSource third = recent.of(number(5).tape());
    assertThat(third).isNotSameAs(second);
    assertThat(third.isForOneTape()).isFalse();
    assertThat(recent.of(number(6).tape())).isSameAs(third);
    assertThat(third.serves(data(4).tape())).isTrue();
    assertThat(second.serves(number(6).tape())).isFalse();
  }

  private static Parts number(double number) {
    return new Parts(200, 1, number, 3, "too small", 0.9, 1, true);
  }

  @Test
  void codeForAnyDataIsForNoOtherTape() {
    recent.of(data(1).tape());
    CompiledSource anyData = recent.of(data(2).tape());
    List<Parts> others =
        List.of(
            new Parts(201, 3, 7, 3, "too small", 0.9, 1, true),
            new Parts(200, 3, 7, 3, "too large", 0.9, 1, true),
            new Parts(200, 3, 7, 3, "too small", 0.8, 1, true),
            new Parts(200, 3, 7, 3, "too small", 0.9, 2, true),
            new Parts(200, 3, 7, 3, "too small", 0.9, 1, false));
    for (Parts other : others) {
      assertThat(recent.of(other.tape())).as(other.toString()).isNotSameAs(anyData);
    }
    assertThat(recent.of(data(3).tape())).isSameAs(anyData);
  }

  /** As the data's code, plain and vector, for data that the code was not made for. */
  @Test
  void codeForOtherDataGivesTheBitsOfEachTape() {
    Parts zero = new Parts(200, 0.0, 7, 0, "too small", 0.9, 1, true);
    Parts one = new Parts(200, 1, 8, 1, "too small", 0.9, 1, true);
    for (boolean vector : new boolean[] {false, true}) {
      CompiledSource code =
          CompiledSource.ofDifferent(List.of(zero.tape(), one.tape())).compileNow(vector);
      for (int group = 0; group < 4; group++) {
        Parts other = new Parts(200, -0.0, 5 + group, group, "too small", 0.9, 1, true);
        TapeSource run = other.tape();
        assertThat(code.tape().isLike(run)).isTrue();
        assertThat(code.serves(run)).isTrue();
        assertThat(values(code.openedBy(run).open(), 20)).isEqualTo(values(run.open(), 20));
      }
    }
  }

  @Test
  void aMinusZeroIsAnotherNumber() {
    Parts zero = new Parts(200, 0.0, 2, 3, "too small", 0.9, 1, true);
    Parts minus = new Parts(200, -0.0, 2, 3, "too small", 0.9, 1, true);
    assertThat(share(zero.tape(), minus.tape())).isFalse();
  }

  @Test
  void otherLoopsAreAnotherTape() {
    TapeSource tape = Parts.PLAIN.tape();
    VectorLoops loops =
        (VectorLoops)
            Proxy.newProxyInstance(
                VectorLoops.class.getClassLoader(),
                new Class<?>[] {VectorLoops.class},
                (_, _, _) -> null);
    TapeSource other = new TapeSource(tape.nodes(), tape.outputs(), loops, tape.workspaceSize());
    assertThat(share(tape, other)).isFalse();
  }

  @Test
  void anotherOriginIsTheSame() {
    TapeSource tape = Parts.PLAIN.tape();
    var elsewhere = new Place("other", "Other.java:1");
    Function<TapeNode, TapeNode> moved =
        node -> new TapeNode(node.op(), node.operands(), node.offset(), node.shape(), elsewhere);
    List<TapeNode> nodes = tape.nodes().stream().map(moved).toList();
    TapeSource other = new TapeSource(nodes, tape.outputs(), tape.loops(), tape.workspaceSize());
    assertThat(share(tape, other)).isTrue();
  }

  @Test
  void whatWasNotAskedForLongestIsDropped() {
    Parts first = Parts.PLAIN;
    CompiledSource code = recent.of(first.tape());
    for (int k = 0; k < 1000; k++) {
      recent.of(new Parts(200, 0.5, 2, 3, "too small", k, 1, true).tape());
      if (k < 500) {
        assertThat(recent.of(first.tape())).isSameAs(code);
      }
    }
    assertThat(recent.of(first.tape())).isNotSameAs(code);
  }

  @Test
  void whatIsTooLargeIsNotKept() {
    Parts large = new Parts((int) MOST, 0.5, 2, 3, "too small", 0.9, 1, true);
    assertThat(share(large.tape(), large.tape())).isFalse();
  }

  @Test
  void threadsAtOnceShareOneCodeAndGetTheBitsOfTheTape() throws Exception {
    double[] expected = values(Parts.PLAIN.tape().open(), 300);
    List<Callable<double[]>> runs = new ArrayList<>();
    CompilerBackend backend = new CompilerBackend();
    for (int k = 0; k < 4; k++) {
      runs.add(() -> values(backend.compile(Parts.PLAIN.tape(), CompilerMode.AUTO).open(), 300));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<double[]> found : threads.invokeAll(runs)) {
        assertThat(found.get()).isEqualTo(expected);
      }
    }
  }

  private static double[] values(Program program, int runs) {
    double[] all = new double[5 * runs];
    double[][] out = {new double[1], new double[4]};
    for (int k = 0; k < runs; k++) {
      double[] position = {0.1 * (k % 7), -0.2, 0.3, -0.1};
      assertThat(program.run(new double[][] {position}, out).isFine()).isTrue();
      all[5 * k] = out[0][0];
      System.arraycopy(out[1], 0, all, 5 * k + 1, 4);
    }
    return all;
  }

  /** The message is that of the tape, whose line differs. */
  @Test
  void aFailureIsThatOfTheTape() {
    TapeSource tape = Parts.PLAIN.tape();
    CompiledSource code = recent.of(tape).compileNow(false);
    double[][] in = {{-100, 0, 0, 0}};
    double[][] out = {new double[1], new double[4]};
    TapeSource same = Parts.PLAIN.tape();
    assertThat(code.openedBy(same).open().run(in, out)).isEqualTo(same.open().run(in, out));
    assertThat(code.openedBy(same).open().run(in, out).isFine()).isFalse();
  }
}
