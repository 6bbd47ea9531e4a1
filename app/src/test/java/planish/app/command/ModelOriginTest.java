package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import planish.model.DataSet;
import planish.model.Model;
import planish.model.ModelProvider;
import planish.spi.Options;
import planish.spi.UserException;

/** How a model was made, from a command line and from an earlier run. */
class ModelOriginTest {
  /** A model without anything. */
  private static final class Nothing implements ModelProvider {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public String summary() {
      return "Nothing";
    }

    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public Model create(Options options, Optional<DataSet> data) {
      return m -> {};
    }
  }

  private static ModelOrigin origin(Map<String, String> earlier, String... arguments) {
    CommandSpec spec = CommandSpec.create();
    SampleOptions.declareModel(spec);
    SampleOptions.declareRewrites(spec);
    return ModelOrigin.of(
        new Nothing(), Map.of(), new CommandLine(spec).parseArgs(arguments), earlier);
  }

  @Test
  void rewritesThatWereLeftOutAreRememberedInOrder() {
    ModelOrigin origin = origin(Map.of(), "--without-rewrite", "b", "--without-rewrite=a");

    assertThat(origin.without()).containsExactly("b", "a");
    assertThat(origin.texts())
        .containsEntry("without-rewrite.001", "b")
        .containsEntry("without-rewrite.002", "a");
    assertThat(origin(origin.texts()).without()).isEqualTo(List.of("b", "a"));
  }

  @Test
  void aRunGoesOnWithTheRewritesThatItBeganWith() {
    Map<String, String> earlier = origin(Map.of(), "--without-rewrite=a").texts();

    assertThatCode(() -> origin(earlier).checkRewritesOf(earlier)).doesNotThrowAnyException();
    assertThatCode(() -> origin(earlier, "--without-rewrite=a").checkRewritesOf(earlier))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> origin(earlier, "--without-rewrite=b").checkRewritesOf(earlier))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "option --without-rewrite: the run was made without a, and goes on so to the same"
                + " bits; leave the option out");
    assertThatThrownBy(() -> origin(Map.of(), "--without-rewrite=b").checkRewritesOf(Map.of()))
        .hasMessageContaining("the run was made with every rewrite");
  }
}
