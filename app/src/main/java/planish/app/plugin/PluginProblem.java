package planish.app.plugin;

/** Why one plugin cannot be loaded, in words that follow its name. */
final class PluginProblem extends Exception {
  private static final long serialVersionUID = 1L;

  PluginProblem(String message) {
    super(message);
  }

  PluginProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
