package planish.autodiff.rewrite;

import java.util.stream.Stream;

/** The table of what rewrites must leave alone: for each of them, a case for each reason. */
final class RewriteRefusals {
  private RewriteRefusals() {}

  static Stream<RewriteRefusal> all() {
    return Stream.of(
            AlgebraRefusals.all(), GroupRefusals.all(), SumRefusals.all(), MatrixRefusals.all())
        .flatMap(rows -> rows);
  }
}
