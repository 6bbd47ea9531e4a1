package planish.autodiff.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static planish.autodiff.graph.Functions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;

class TransplantTest {
  private final Graph graph = new Graph();
  private final Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.scalar());
  private final double[] data = {1, 2, 3};

  /** The end of a chain that nothing needs. */
  private Expr many() {
    Expr end = x;
    for (int k = 0; k < 30_000; k++) {
      end = end.plus(k);
    }
    return end;
  }

  @Test
  void fewOfManyNodesGetAGraphOfTheirOwn() {
    many();
    Place place = new Place("y", "Model.java:3");
    graph.enter(place);
    Expr root = sum(exp(x).times(graph.data("y", data, Shape.of(3))));
    Graph room = Transplant.roomFor(graph, List.of(root));
    assertThat(room).isNotSameAs(graph);
    List<Expr> moved = Transplant.move(graph, List.of(root, x), room);
    assertThat(room.size()).isEqualTo(5);
    assertThat(room.node(room.indexOf(moved.get(1))).op()).isInstanceOf(Input.class);
    assertThat(room.placeOf(room.indexOf(moved.getFirst()))).isEqualTo(place);
    assertThat(room.place()).isEqualTo(Place.NONE);
    assertThat(Leaves.dataOf(room.node(2).op())).isSameAs(data);
    assertThat(Transplant.move(room, moved, graph)).containsExactly(root, x);
  }

  @Test
  void constantsMoveToo() {
    many();
    List<Expr> roots = List.of(Expr.of(2));
    Graph room = Transplant.roomFor(graph, roots);
    assertThat(
            Leaves.dataOf(
                room.node(room.indexOf(Transplant.move(graph, roots, room).getFirst())).op()))
        .containsExactly(2);
  }

  @Test
  void aGraphOfWhichMuchIsNeededStays() {
    assertThat(Transplant.roomFor(graph, List.of(many()))).isSameAs(graph);
  }

  @Test
  void aSmallGraphStays() {
    assertThat(Transplant.roomFor(graph, List.of(x))).isSameAs(graph);
    assertThat(Transplant.move(graph, List.of(x), graph)).containsExactly(x);
  }

  @Test
  void randomNumbersStayWhereTheyAre() {
    many();
    RandomFunction function = (random, arguments, out) -> out[0] = random.nextDouble();
    Expr drawn = graph.random(function, Shape.scalar(), List.of());
    assertThat(Transplant.roomFor(graph, List.of(drawn))).isSameAs(graph);
  }
}
