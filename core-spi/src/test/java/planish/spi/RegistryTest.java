package planish.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  private static final String NAMED = "public String name() { return \"%s\"; } ";

  @TempDir Path folder;

  @Test
  void findsProvidersInLayersByName() throws IOException {
    Registry<Greeter> registry =
        find(module("one", Map.of("A", named("ann"), "B", named("bob-2"))));

    assertThat(registry.names()).containsExactly("ann", "bob-2");
    assertThat(registry.get("ann").name()).isEqualTo("ann");
    assertThat(registry.entry("bob-2").source()).isEqualTo("plugin one.jar (module one)");
    assertThat(registry.problems()).isEmpty();
  }

  @Test
  void anUnknownNameListsThoseThatExist() throws IOException {
    Registry<Greeter> registry = find(module("one", Map.of("A", named("ann"))));

    assertThatThrownBy(() -> registry.get("zebra"))
        .isInstanceOf(UserException.class)
        .hasMessage("unknown greeter 'zebra'; known: ann");
  }

  @Test
  void aNameThatTwoModulesProvideIsAnErrorThatNamesBothAndLeavesTheRest() throws IOException {
    Registry<Greeter> registry =
        find(
            module("one", Map.of("A", named("ann"), "B", named("bob"))),
            module("two", Map.of("A", named("ann"))));

    assertThatThrownBy(() -> registry.get("ann"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'ann'")
        .hasMessageContaining("plugin one.jar (module one)")
        .hasMessageContaining("plugin two.jar (module two)");
    assertThat(registry.get("bob").name()).isEqualTo("bob");
    assertThat(registry.entries()).extracting(e -> e.provider().name()).containsExactly("bob");
    assertThat(registry.problems()).singleElement().asString().contains("one.jar", "two.jar");
  }

  @Test
  void anotherVersionOfTheInterfacesIsRefusedByName() throws IOException {
    Registry<Greeter> registry =
        find(
            module("one", Map.of("A", named("ann") + "public int spiVersion() { return 7; }")),
            module("two", Map.of("A", named("bob"))));

    assertThat(registry.names()).containsExactly("bob");
    assertThat(registry.problems())
        .containsExactly(
            "plugin one.jar (module one): greeter 'ann' was written for version 7 of the provider"
                + " interfaces, this Planish speaks version 1");
  }

  @Test
  void oneThatThrowsIsNamedWithItsReasonAndTheRestWorks() throws IOException {
    Registry<Greeter> registry =
        find(
            module(
                "one",
                Map.of(
                    "A",
                    "public A() { throw new IllegalStateException(\"no licence\"); }"
                        + named("a"))),
            module(
                "two",
                Map.of(
                    "A",
                    "public String name() { throw new Error2(); } static class Error2 extends RuntimeException {}")),
            module("three", Map.of("A", named("bob"))));

    assertThat(registry.names()).containsExactly("bob");
    assertThat(registry.problems())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("one.jar", "no licence"))
        .anySatisfy(line -> assertThat(line).contains("two.jar", "Error2"));
  }

  @Test
  void badNamesAndOptionsAreRefused() throws IOException {
    String twice =
        "public java.util.List<planish.spi.OptionSpec> options() { var o ="
            + " planish.spi.OptionSpec.text(\"mood\", \"\", \"\"); return java.util.List.of(o, o); }";
    String nonsense =
        "public java.util.List<planish.spi.OptionSpec> options() { return"
            + " java.util.List.of(planish.spi.OptionSpec.integer(\"age\", -1, 0, 9, \"\")); }";
    Registry<Greeter> registry =
        find(
            module("one", Map.of("A", named("Ann_X"))),
            module("two", Map.of("A", "public String name() { return null; }")),
            module("three", Map.of("A", named("ann") + twice)),
            module("four", Map.of("A", named("bob") + nonsense)),
            module("five", Map.of("A", named("cat") + "public String summary() { return null; }")));

    assertThat(registry.names()).isEmpty();
    assertThat(registry.problems())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).contains("one.jar", "'Ann_X' is not a name"))
        .anySatisfy(line -> assertThat(line).contains("two.jar", "'null' is not a name"))
        .anySatisfy(line -> assertThat(line).contains("three.jar", "--mood twice"))
        .anySatisfy(line -> assertThat(line).contains("four.jar", "--age"))
        .anySatisfy(line -> assertThat(line).contains("five.jar", "no summary"));
  }

  @Test
  void withoutProvidersTheRegistryIsEmpty() {
    assertThat(Services.boot().find(Greeter.class, "greeter").names()).isEmpty();
  }

  private static String named(String name) {
    return NAMED.formatted(name);
  }

  private Services.Plugin module(String name, Map<String, String> bodies) throws IOException {
    return CompiledModule.greeters(folder.resolve(name), name, bodies);
  }

  private static Registry<Greeter> find(Services.Plugin... plugins) {
    return Services.boot().with(List.of(plugins)).find(Greeter.class, "greeter");
  }
}
