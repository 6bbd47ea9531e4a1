package planish.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import planish.autodiff.graph.Expr;
import planish.spi.UserException;

class TransformsTest {
  private final Transforms transforms = Transforms.boot();

  @Test
  void everyConstraintHasADefault() {
    assertThat(transforms.onto(Constraints.real()).name()).isEqualTo("identity");
    assertThat(transforms.onto(Constraints.realVector()).eventRank()).isEqualTo(1);
    assertThat(transforms.onto(Constraints.positive()).name()).isEqualTo("log");
    assertThat(transforms.onto(Constraints.nonNegative()).name()).isEqualTo("log");
    assertThat(transforms.onto(Constraints.upperBound(1)).name()).isEqualTo("log");
    assertThat(transforms.onto(Constraints.unitInterval()).name()).isEqualTo("logit");
    assertThat(transforms.onto(Constraints.offsetMultiplier(1, 2)).name()).isEqualTo("affine");
    assertThat(transforms.onto(Constraints.ordered())).isEqualTo(new OrderedTransform(false));
    assertThat(transforms.onto(Constraints.positiveOrdered()))
        .isEqualTo(new OrderedTransform(true));
    assertThat(transforms.onto(Constraints.simplex())).isEqualTo(new StickBreakingTransform());
    assertThat(transforms.onto(Constraints.sumToZero())).isEqualTo(new SumToZeroTransform());
    assertThat(transforms.onto(Constraints.unitVector())).isEqualTo(new UnitVectorTransform());
    assertThat(transforms.onto(Constraints.corrMatrix()))
        .isEqualTo(new CorrelationMatrixTransform());
    assertThat(transforms.onto(Constraints.covMatrix())).isEqualTo(new CovarianceMatrixTransform());
    assertThat(transforms.onto(Constraints.choleskyFactorCorr()))
        .isEqualTo(new CorrelationCholeskyTransform());
    assertThat(transforms.onto(Constraints.choleskyFactorCov()))
        .isEqualTo(new CholeskyFactorTransform());
  }

  @Test
  void transformsAreFoundByNameToo() {
    assertThat(transforms.onto(Constraints.positive(), "softplus"))
        .isEqualTo(new SoftplusTransform(Expr.of(0)));
    assertThatThrownBy(() -> transforms.onto(Constraints.real(), "softplus"))
        .isInstanceOf(UserException.class)
        .hasMessage("transform 'softplus' does not reach finite numbers");
    assertThatThrownBy(() -> transforms.onto(Constraints.real(), "sofplus"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("softplus");
  }

  @Test
  void wholeNumbersAreOutOfReach() {
    assertThatThrownBy(() -> transforms.onto(Constraints.booleans()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no transform reaches 0 and 1");
  }

  @Test
  void aConstraintWithoutTransformIsAnErrorThatListsThem() {
    Constraint own =
        new Constraint() {
          @Override
          public int eventRank() {
            return 0;
          }

          @Override
          public String description() {
            return "prime numbers";
          }

          @Override
          public Expr contains(Expr value) {
            return value;
          }
        };
    assertThatThrownBy(() -> transforms.onto(own))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("prime numbers")
        .hasMessageContaining(
            "affine, cholesky, identity, isometric-log-ratio, log, logit, ordered");
  }

  @Test
  void bothListsOfProvidersAgree() throws IOException {
    assertThat(Transforms.class.getModule().isNamed()).isTrue();
    URL list =
        Transforms.class.getResource("/META-INF/services/planish.transforms.TransformProvider");
    try (var lines = list.openStream()) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyInAnyOrderElementsOf(
              transforms.providers().entries().stream()
                  .map(entry -> entry.provider().getClass().getName())
                  .toList());
    }
  }

  /** Each provider's transforms have their rows in the tables of laws. */
  @Test
  void everyProviderHasARowInTheLaws() {
    Set<String> rows = new TreeSet<>();
    TransformLawsTest.laws().forEach(law -> rows.add(law.transform().name()));
    ArrayTransformLawsTest.all().forEach(law -> rows.add(law.transform().name()));
    assertThat(rows).containsAll(transforms.providers().names());
    Stream<Class<?>> lawful =
        Stream.concat(
            TransformLawsTest.laws().map(law -> law.transform().getClass()),
            ArrayTransformLawsTest.all().map(law -> law.transform().getClass()));
    Set<Class<?>> classes = lawful.collect(Collectors.toSet());
    for (Constraint set : SETS) {
      for (String name : transforms.providers().names()) {
        transforms
            .providers()
            .get(name)
            .onto(set)
            .ifPresent(transform -> assertThat(classes).contains(transform.getClass()));
      }
    }
  }

  /** Every set that {@link Constraints} makes and a transform reaches. */
  @Test
  void everyConstraintIsLookedAt() throws ReflectiveOperationException {
    Set<Class<?>> known = Stream.of(SETS).map(Object::getClass).collect(Collectors.toSet());
    for (Method method : Constraints.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0) {
        Constraint set = (Constraint) method.invoke(null);
        assertThat(set.discrete() || known.contains(set.getClass())).as(method.getName()).isTrue();
      }
    }
  }

  private static final Constraint[] SETS = {
    Constraints.real(),
    Constraints.realVector(),
    Constraints.positive(),
    Constraints.nonNegative(),
    Constraints.upperBound(1),
    Constraints.unitInterval(),
    Constraints.offsetMultiplier(1, 2),
    Constraints.ordered(),
    Constraints.positiveOrdered(),
    Constraints.simplex(),
    Constraints.sumToZero(),
    Constraints.unitVector(),
    Constraints.corrMatrix(),
    Constraints.covMatrix(),
    Constraints.choleskyFactorCorr(),
    Constraints.choleskyFactorCov()
  };
}
