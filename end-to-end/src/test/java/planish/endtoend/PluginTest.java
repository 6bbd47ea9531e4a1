package planish.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third parties' jars in the plugin folder, with the linked image. */
class PluginTest {
  @TempDir Path folder;
  private Path plugins;
  private int jars;

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectories(folder.resolve("plugin folder"));
  }

  private Path work() {
    return folder.resolve("work-" + jars++);
  }

  private Shell.Outcome planish(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--plugins", plugins.toString()));
    return Image.run(folder, all.toArray(String[]::new));
  }

  private Shell.Outcome sample(String kernel, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sample",
                "eight-schools-noncentered",
                "--kernel",
                kernel,
                "--seed",
                "1",
                "--chains",
                "2",
                "--warmup",
                "20",
                "--draws",
                "50"));
    all.addAll(Arrays.asList(more));
    return planish(all.toArray(String[]::new));
  }

  @Test
  void aModularJarBringsAKernelWithItsOptionsAndColumns() throws IOException {
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk.jar"));

    assertThat(planish("list", "kernels").out())
        .contains("walk  random-walk Metropolis  [plugin walk.jar (module strangers.walk)]")
        .contains("--walk-scale=1.0  scale of the steps (a number between 0.0 and 100.0)");
    Shell.Outcome run = sample("walk", "--walk-scale", "0.5", "--output", "out");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("mu", "tau");
    String csv = Files.readString(folder.resolve("out/eight-schools-noncentered_1.csv"));
    assertThat(csv).contains("lp__,accept_stat__,moved__,");
  }

  @Test
  void theExampleOfAPluginSamplesWithADiagonalMassMatrix() throws IOException {
    Files.copy(built("examples/plugin/target", "plugin-mala"), plugins.resolve("mala.jar"));

    Shell.Outcome run = sample("mala", "--output", "out", "--step-size", "0.5");

    assertThat(run.exit()).as(run.all()).isZero();
    String csv = Files.readString(folder.resolve("out/eight-schools-noncentered_1.csv"));
    assertThat(csv).contains("lp__,accept_stat__,stepsize__,accepted__,");
  }

  private static Path built(String target, String name) throws IOException {
    try (var files = Files.list(Image.ROOT.resolve(target))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(name + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aModelThatNeedsAPluginsTransformIsTracedRewrittenSampledAndGenerated() throws IOException {
    Strangers.transform(work(), "strangers.above").write(plugins.resolve("above.jar"));

    Shell.Outcome run =
        planish(
            "sample",
            "above",
            "--trace",
            "--reparam",
            "mu=loc-scale(0)",
            "--seed",
            "1",
            "--warmup",
            "50",
            "--draws",
            "20",
            "--chains",
            "1",
            "--output",
            "out");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("z", "above-two", "mu_decentered");
    Shell.Outcome made = planish("generate", "above", "--from", "out");
    assertThat(made.exit()).as(made.all()).isZero();
    assertThat(made.out()).contains("y");
  }

  /** As a stranger has it who took the folder along: nothing of ours around it. */
  @Test
  void theExampleOfAPluginStandsAlone() throws IOException {
    Path source = Image.ROOT.resolve("examples/plugin");
    PluginJar jar = new PluginJar(work());
    try (Stream<Path> files = Files.walk(source.resolve("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("package-info.java")) {
          jar.source(
              source.resolve("src/main/java").relativize(file).toString(), Files.readString(file));
        }
      }
    }
    jar.write(plugins.resolve("mala.jar"));

    assertThat(sample("mala").exit()).isZero();
    String version = Files.readString(Image.ROOT.resolve("pom.xml")).split("</?version>")[1];
    assertThat(source.resolve("pom.xml"))
        .content()
        .doesNotContain("<parent>")
        .contains("<planish.version>" + version + "</planish.version>");
  }

  @Test
  void aPluginsOptionsAreCheckedLikeOurOwn() throws IOException {
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk.jar"));

    Shell.Outcome outOfRange = sample("walk", "--walk-scale", "1000");
    assertThat(outOfRange.exit()).isEqualTo(1);
    assertThat(outOfRange.err())
        .contains("option --walk-scale: expected a number between 0.0 and 100.0, but got '1000'");
    Shell.Outcome misspelt = sample("walk", "--walk-scal", "1");
    assertThat(misspelt.exit()).isEqualTo(2);
    assertThat(misspelt.err()).contains("did you mean '--walk-scale'?");
    Shell.Outcome another = sample("nuts", "--walk-scale", "1");
    assertThat(another.exit()).isEqualTo(1);
    assertThat(another.err())
        .contains("option --walk-scale belongs to kernel 'walk', but chosen are", "kernel 'nuts'");
  }

  @Test
  void aPlainJarIsFoundThroughMetaInf() throws IOException {
    Strangers.plain(work(), "strangers.plain", Strangers.kernel("strangers.plain", "plain-walk"))
        .write(plugins.resolve("plain-walk-1.2.jar"));

    Shell.Outcome run = sample("plain-walk");

    assertThat(run.exit()).as(run.all()).isZero();
  }

  @Test
  void aSubFolderHoldsAPluginWithItsLibrary() throws IOException {
    Path library =
        new PluginJar(work())
            .source("module-info.java", "module lib.steps { exports lib.steps; }")
            .source(
                "lib/steps/Steps.java",
                "package lib.steps; public class Steps { public static double half() { return 0.5; } }")
            .write(plugins.resolve("walk/steps.jar"));
    new PluginJar(work())
        .library(library)
        .source(
            "module-info.java",
            "module strangers.walk { requires planish.kernels; requires lib.steps;"
                + " provides planish.kernels.KernelProvider with strangers.walk.WalkProvider; }")
        .source(
            "strangers/walk/WalkProvider.java",
            Strangers.kernel("strangers.walk", "walk", 1, "double half = lib.steps.Steps.half();"))
        .write(plugins.resolve("walk/walk.jar"));

    Shell.Outcome run = sample("walk");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(planish("list", "plugins").out()).contains("walk", "lib.steps, strangers.walk");
  }

  @Test
  void withoutItsLibraryAPluginIsNamedAndTheRestWorks() throws IOException {
    Path library =
        new PluginJar(work())
            .source("module-info.java", "module lib.steps { exports lib.steps; }")
            .source("lib/steps/Steps.java", "package lib.steps; public class Steps { }")
            .write(folder.resolve("elsewhere/steps.jar"));
    new PluginJar(work())
        .library(library)
        .source(
            "module-info.java",
            "module strangers.lost { requires planish.kernels; requires lib.steps;"
                + " provides planish.kernels.KernelProvider with strangers.lost.WalkProvider; }")
        .source("strangers/lost/WalkProvider.java", Strangers.kernel("strangers.lost", "lost"))
        .write(plugins.resolve("lost.jar"));
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk.jar"));

    Shell.Outcome run = sample("walk");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err())
        .contains("planish: warning: plugin " + plugins.resolve("lost.jar"))
        .contains("lib.steps not found", "sub-folder");
  }

  @Test
  void whatIsNoJarIsNamedAndTheRestWorks() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "this is no archive");
    Files.writeString(plugins.resolve("notes.txt"), "this is not meant to be one");
    Files.createDirectories(plugins.resolve("empty"));
    Files.writeString(plugins.resolve(".hidden"), "passed over");
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk.jar"));

    Shell.Outcome run = sample("walk");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err())
        .contains("plugin " + plugins.resolve("broken.jar") + ": broken.jar is not a jar")
        .contains("plugin " + plugins.resolve("notes.txt") + ": it is neither a jar")
        .contains("plugin " + plugins.resolve("empty") + ": the folder holds no jar")
        .doesNotContain(".hidden");
  }

  @Test
  void aNameThatTwoPluginsProvideIsAnErrorThatNamesBoth() throws IOException {
    Strangers.modular(work(), "strangers.one", Strangers.kernel("strangers.one", "walk"))
        .write(plugins.resolve("one.jar"));
    Strangers.modular(work(), "strangers.two", Strangers.kernel("strangers.two", "walk"))
        .write(plugins.resolve("two.jar"));

    Shell.Outcome run = sample("walk");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("two modules provide a kernel named 'walk'")
        .contains("plugin one.jar (module strangers.one)", "plugin two.jar (module strangers.two)");
    assertThat(sample("nuts").exit()).isZero();
  }

  @Test
  void aPluginCannotTakeTheNameOfOneOfOurs() throws IOException {
    Strangers.modular(work(), "strangers.nuts", Strangers.kernel("strangers.nuts", "nuts"))
        .write(plugins.resolve("nuts.jar"));

    Shell.Outcome run = sample("nuts");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("two modules provide a kernel named 'nuts': planish.nuts and plugin nuts.jar");
  }

  @Test
  void twoPluginsMayShareAPackage() throws IOException {
    Strangers.plain(work(), "strangers.same", Strangers.kernel("strangers.same", "first"))
        .write(plugins.resolve("first.jar"));
    Strangers.plain(work(), "strangers.same", Strangers.kernel("strangers.same", "second"))
        .write(plugins.resolve("second.jar"));

    assertThat(sample("first").exit()).isZero();
    assertThat(sample("second").exit()).isZero();
  }

  @Test
  void anotherVersionOfTheInterfacesIsRefusedByName() throws IOException {
    Strangers.modular(
            work(), "strangers.future", Strangers.kernel("strangers.future", "future", 2, ""))
        .write(plugins.resolve("future.jar"));

    Shell.Outcome run = sample("future");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("unknown kernel 'future'")
        .contains("plugin future.jar (module strangers.future)")
        .contains("version 2 of the provider interfaces, this Planish speaks version 1");
    assertThat(sample("nuts").exit()).isZero();
  }

  @Test
  void oneThatThrowsInAStepIsNamedWithoutAStackTrace() throws IOException {
    String step = "if (random.nextInt(30) == 0) throw new IllegalStateException(\"lost my way\");";
    Strangers.modular(
            work(), "strangers.thrower", Strangers.kernel("strangers.thrower", "thrower", 1, step))
        .write(plugins.resolve("thrower.jar"));

    Shell.Outcome run = sample("thrower", "--output", "out");

    assertThat(run.exit()).as(run.all()).isEqualTo(4);
    assertThat(run.err())
        .contains("lost my way", "thrower.jar", "strangers.thrower")
        .doesNotContain("\tat ");
  }

  @Test
  void aCopyOfOurModulesBesideAPluginIsPassedOver() throws IOException {
    Files.createDirectories(plugins.resolve("walk"));
    Files.copy(built("core-spi/target", "core-spi"), plugins.resolve("walk/core-spi.jar"));
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk/walk.jar"));

    Shell.Outcome run = sample("walk");

    assertThat(run.exit()).as(run.all()).isZero();
  }

  @Test
  void aPluginFolderThatDoesNotExistIsAnError() {
    Shell.Outcome run = Image.run(folder, "list", "kernels", "--plugins", "no/such");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("the plugin folder no/such does not exist: --plugins names the folder");
  }

  @Test
  void aJarInPlaceOfAPluginFolderIsAnError() throws IOException {
    Path jar = built("examples/plugin/target", "plugin-mala");

    Shell.Outcome run = Image.run(folder, "list", "kernels", "--plugins", jar.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(jar + " is a file: --plugins names the folder that the plugins' jars lie in");
  }

  @Test
  void aVariableThatNamesNoFolderIsTold() {
    Shell.Outcome run =
        Shell.in(folder).with("PLANISH_PLUGINS", "no/such").run(Image.command("list", "kernels"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no/such does not exist", "the variable PLANISH_PLUGINS");
  }

  @Test
  void theVariableNamesAPluginFolderToo() throws IOException {
    Strangers.modular(work(), "strangers.walk", Strangers.kernel("strangers.walk", "walk"))
        .write(plugins.resolve("walk.jar"));

    Shell.Outcome run =
        Shell.in(folder)
            .with("PLANISH_PLUGINS", plugins.toString())
            .run(Image.command("list", "kernels"));

    assertThat(run.out()).contains("walk  random-walk Metropolis");
  }
}
