package planish.app.command;

import planish.spi.OptionSpec;

/** How a provider's option is shown. */
final class OptionText {
  private OptionText() {}

  /** {@return {@code --max-tree-depth=10 greatest depth (a whole number from 1 to 20)}} */
  static String line(OptionSpec option) {
    String standard = option.defaultValue().isEmpty() ? "" : "=" + option.defaultValue();
    String range = option.kind() == OptionSpec.Kind.TEXT ? "" : " (" + option.expectation() + ")";
    return "--" + option.name() + standard + "  " + option.description() + range;
  }
}
