package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are wrong: the message names the site and the line, never a stack trace. */
class BadModelTest {
  private static final String[][] MODELS = {
    {"Twice", "m.sample(\"mu\", normal(0, 1)); m.sample(\"mu\", normal(0, 1));"},
    {
      "Shapes",
      "Expr a = m.sample(\"a\", normal(0, 1), 3); Expr b = m.sample(\"b\", normal(0, 1), 4);"
          + " m.deterministic(\"c\", a.plus(b));"
    },
    {"Throws", "m.sample(\"mu\", normal(0, 1)); throw new IllegalStateException(\"not today\");"},
    {
      "Nowhere",
      "Expr mu = m.sample(\"mu\", normal(0, 1));"
          + " m.factor(\"never\", mu.times(0).plus(Double.NEGATIVE_INFINITY));"
    },
    {"Scale", "m.sample(\"mu\", normal(0, -1));"},
    {"Improper", "m.sample(\"mu\", flat());  m.observe(\"y\", normal(0, 1), 3.0);"},
    {
      "Matrix",
      "m.sample(\"x\", multiNormal(m.data(\"mean\", new double[3]), m.data(\"covariance\","
          + " new double[][] {{1, 2, 0}, {2, 1, 0}, {0, 0, 1}})));"
    },
    {
      "Precision",
      "m.observe(\"x\", multiNormalPrecision(m.sample(\"mu\", normal(0, 1), 2),"
          + " m.data(\"precision\", new double[][] {{1, 0}, {0, -1}})), new double[] {1, 2});"
    },
    {
      "Outside",
      "Expr s = m.sample(\"s\", halfNormal(1)); m.observe(\"y\", lognormal(Expr.of(0), s), -2.0);"
    },
  };

  @TempDir static Path folder;

  @BeforeAll
  static void build() throws IOException {
    PluginJar jar = new PluginJar(folder.resolve("work"));
    StringBuilder services = new StringBuilder();
    for (String[] model : MODELS) {
      jar.source("strangers/models/" + model[0] + ".java", source(model[0], model[1]));
      services.append("strangers.models.").append(model[0]).append('\n');
    }
    jar.source(
        "strangers/models/Faulty.java",
        source("Faulty", "")
            .replace("return m ->", "java.util.Objects.requireNonNull(null); return m ->"));
    services.append("strangers.models.Faulty\n");
    jar.resource("META-INF/services/planish.model.ModelProvider", services.toString())
        .write(folder.resolve("plugins/models.jar"));
  }

  private static String source(String name, String body) {
    return """
    package strangers.models;

    import static planish.distributions.Distributions.*;
    import java.util.Optional;
    import planish.autodiff.graph.Expr;
    import planish.model.*;
    import planish.spi.Options;

    public class NAME implements ModelProvider {
      public String name() { return "LOWER"; }
      public String summary() { return "a model that is wrong"; }
      public int spiVersion() { return 1; }
      public Model create(Options options, Optional<DataSet> data) {
        return m -> { BODY };
      }
    }
    """
        .replace("NAME", name)
        .replace("LOWER", name.toLowerCase())
        .replace("BODY", body);
  }

  private String fails(String model, String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"sample", model, "--quiet", "--plugins", folder + "/plugins"}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    Shell.Outcome outcome = Image.run(folder, all);
    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(1);
    assertThat(outcome.err()).doesNotContain("\tat ");
    return outcome.err();
  }

  @Test
  void aSiteNameUsedTwice() {
    assertThat(fails("twice")).contains("'mu'", "Twice.java:14");
  }

  @Test
  void shapesThatDoNotBroadcast() {
    assertThat(fails("shapes")).contains("[3]", "[4]", "Shapes.java:14");
  }

  @Test
  void aModelThatThrows() {
    assertThat(fails("throws")).contains("not today", "Throws.java:14");
  }

  @Test
  void aDensityThatIsNowhereFinite() {
    assertThat(fails("nowhere")).contains("never", "Infinity");
  }

  @Test
  void anArgumentOutsideItsDomain() {
    assertThat(fails("scale")).contains("-1", "Scale.java:14");
  }

  @Test
  void matricesThatAreNotPositiveDefinite() {
    assertThat(fails("matrix")).contains("'x'", "Matrix.java:14", "positive definite", "-3");
    assertThat(fails("precision")).contains("'x'", "Precision.java:14", "positive definite", "-1");
  }

  @Test
  void priorDrawsOfAnImproperSite() {
    assertThat(fails("improper", "--init", "prior")).contains("mu", "improper");
  }

  @Test
  void dataOutsideTheSupport() {
    assertThat(fails("outside")).contains("y", "-2");
  }

  @Test
  void aFaultOfAPluginIsOneLineThatNamesItsModuleAndALog() throws IOException {
    String[] command = {"sample", "faulty", "--plugins", folder + "/plugins"};

    Shell.Outcome outcome = Image.run(folder, command);

    assertThat(outcome.exit()).as(outcome.all()).isEqualTo(4);
    assertThat(outcome.err()).contains("a fault in module models", "NullPointerException");
    assertThat(outcome.err()).doesNotContain("\tat ");
    Matcher log = Pattern.compile("the details are in (\\S+)").matcher(outcome.err());
    assertThat(log.find()).isTrue();
    assertThat(Path.of(log.group(1))).content().contains("Faulty.java", "Java 25");
    Files.delete(Path.of(log.group(1)));
  }

  @Test
  void debugShowsTheStackTrace() {
    Shell.Outcome outcome =
        Image.run(folder, "sample", "twice", "--debug", "--plugins", folder + "/plugins");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("\tat ");
  }
}
