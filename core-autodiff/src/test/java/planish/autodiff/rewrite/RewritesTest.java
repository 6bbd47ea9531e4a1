package planish.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.InputKind;
import planish.spi.UserException;

/** The list of rewrites, and what is told of them. */
class RewritesTest {
  private final Graph graph = new Graph();
  private final RewriteLog log = new RewriteLog();
  private final Expr x = graph.input(InputKind.POSITION, "x", 0, Shape.of(1000));

  /** Gives something else, and may say so. */
  private record Other(Expr result, String words, Stage stage) implements Rewrite {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public String summary() {
      return "gives something else";
    }

    @Override
    public List<Expr> apply(Graph graph, List<Expr> roots, RewriteLog log) {
      if (!words.isEmpty()) {
        log.add(graph.place(), words);
      }
      return List.of(result);
    }
  }

  private List<String> told(Expr from, Other rewrite) {
    new Rewrites(List.of(rewrite)).apply(rewrite.stage(), graph, List.of(from), log);
    return log.entries().stream().map(RewriteLog.Entry::what).toList();
  }

  @Test
  void aRewriteThatSaysNothingIsToldAsACount() {
    Expr sum = Functions.exp(x).sum();
    assertThat(told(sum, new Other(x.sum(), "", Rewrite.Stage.DENSITY)))
        .containsExactly("2 operations of the log density became 1");
  }

  @Test
  void asManyOperationsAreOthers() {
    Expr sum = Functions.exp(x).sum();
    assertThat(told(sum, new Other(Functions.log(x).sum(), "", Rewrite.Stage.PROGRAM)))
        .containsExactly(
            "some of the 2 operations of the log density and its gradient became others");
  }

  @Test
  void oneThatSpeaksForItselfOrDidNothingIsNot() {
    assertThat(told(x.sum(), new Other(x.sum(), "", Rewrite.Stage.PROGRAM))).isEmpty();
    assertThat(told(x.sum(), new Other(Functions.exp(x).sum(), "a", Rewrite.Stage.PROGRAM)))
        .containsExactly("a");
  }

  @Test
  void namesAreDistinctAndUnknownOnesAreToldWithTheList() {
    assertThat(Rewrites.all().rewrites()).extracting(Rewrite::name).doesNotHaveDuplicates();
    assertThat(Rewrites.all().without(List.of("re-roll")).rewrites())
        .extracting(Rewrite::name)
        .doesNotContain("re-roll")
        .contains("gather-last");
    assertThatThrownBy(() -> Rewrites.all().without(List.of("reroll")))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("unknown rewrite 'reroll'; did you mean 're-roll'?; known: ")
        .hasMessageContaining("gather-last");
  }

  @Test
  void sharedPartsCostOnceAndKnownOnesNothing() {
    Expr costly = Functions.exp(x);
    double once = Rewrites.cost(graph, List.of(costly.sum()));

    assertThat(Rewrites.cost(graph, List.of(costly.sum(), costly.sum()))).isEqualTo(once);
    assertThat(Rewrites.cost(graph, List.of(costly.sum(), Functions.square(costly).sum())))
        .isBetween(once, 1.5 * once);
    assertThat(Rewrites.cost(graph, List.of(Expr.of(3)))).isZero();
  }
}
