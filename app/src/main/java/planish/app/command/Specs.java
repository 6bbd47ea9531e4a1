package planish.app.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the options of all commands have in common. */
final class Specs {
  private Specs() {}

  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name).addOption(help()).addOption(debug());
    spec.usageMessage().description(description).abbreviateSynopsis(true).width(100);
    return spec;
  }

  static CommandSpec withPlugins(CommandSpec spec) {
    return spec.addOption(
        text("--plugins", "DIR", "folder of plugins (also: $PLANISH_PLUGINS, ~/.planish/plugins)"));
  }

  /** {@return the word that names the model} */
  static PositionalParamSpec model() {
    return word("MODEL", "the model's name: see planish list models");
  }

  /** {@return the one word that a command needs} */
  static PositionalParamSpec word(String label, String description) {
    return PositionalParamSpec.builder()
        .required(true)
        .index("0")
        .arity("1")
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** An option that may be given many times. */
  static OptionSpec texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .arity("0")
        .type(boolean.class)
        .description("this text")
        .build();
  }

  private static OptionSpec debug() {
    return flag("--debug", "stack traces with error messages");
  }
}
