package planish.autodiff.rewrite.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.External;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;
import planish.autodiff.rewrite.RewriteLog;
import planish.autodiff.shard.ShardedDensity;

/** Shards read vectors of data where they stand, a matrix from one copy by columns at most. */
class KeptDataTest {
  private static final int N = 20_500;
  private static final int P = 3;

  private final Random random = new Random(4);
  private final double[] x = random.doubles(N * P).toArray();
  private final double[] y = random.doubles(N + 7).toArray();
  private final Graph graph = new Graph();
  private final Expr b = graph.input(InputKind.POSITION, "b", 0, Shape.of(P));

  private Set<double[]> read(Expr density) {
    Expr sharded = LargeSums.ofRows(1000).apply(graph, List.of(density), new RewriteLog()).get(0);
    assertThat(sharded).isNotEqualTo(density);
    Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int k = 0; k < graph.size(); k++) {
      if (graph.node(k).op() instanceof External(ShardedDensity shards)) {
        assertThat(shards.programCount()).isEqualTo(2);
        shards.tapes().forEach(tape -> add(tape, arrays));
      }
    }
    return arrays;
  }

  private static void add(TapeSource tape, Set<double[]> arrays) {
    for (TapeNode node : tape.nodes()) {
      for (TapeNode.Place place : node.operands()) {
        if (place.known() != null && place.shape().size() > 1) {
          arrays.add(place.known().array());
        }
      }
    }
  }

  private static long numbers(Set<double[]> arrays) {
    return arrays.stream().mapToLong(array -> array.length).sum();
  }

  @Test
  void vectorsAreReadWhereTheyStand() {
    Expr data = graph.data("y", y, Shape.of(N + 7)).slice(7, N + 7);
    Set<double[]> arrays = read(Functions.log1pExp(data.times(b.get(0)).plus(b.get(1))).sum());
    assertThat(arrays).hasSize(1);
    assertThat(arrays.iterator().next()).isSameAs(y);
  }

  @Test
  void whatIsComputedFromDataIsThereOnce() {
    Expr data = Functions.exp(graph.data("y", y, Shape.of(N + 7)).slice(0, N));
    Set<double[]> arrays = read(Functions.log1pExp(data.times(b.get(0))).sum());
    assertThat(arrays).hasSize(1);
    assertThat(numbers(arrays)).isEqualTo(N);
  }

  @Test
  void aMatrixByRowsIsThereOnceByColumns() {
    Expr matrix = graph.data("x", x, Shape.of(N, P));
    Expr data = graph.data("y", y, Shape.of(N + 7)).slice(0, N);
    Set<double[]> arrays = read(Functions.log1pExp(matrix.product(b).times(data)).sum());
    assertThat(arrays).anyMatch(array -> array == y);
    assertThat(numbers(arrays)).isEqualTo(y.length + x.length);
  }

  @Test
  void aMatrixByColumnsIsReadWhereItStands() {
    Expr matrix = graph.data("x", x, Shape.of(P, N));
    Set<double[]> arrays = read(Functions.log1pExp(b.product(matrix)).sum());
    assertThat(arrays).hasSize(1);
    assertThat(arrays.iterator().next()).isSameAs(x);
  }

  @Test
  void aWideMatrixIsThereOnceByColumns() {
    Expr wide = graph.input(InputKind.POSITION, "c", P, Shape.of(12));
    Expr matrix = graph.data("x", random.doubles(12 * N).toArray(), Shape.of(N, 12));
    Set<double[]> arrays = read(Functions.log1pExp(matrix.product(wide)).sum());
    assertThat(numbers(arrays)).isEqualTo(12 * N);
  }
}
