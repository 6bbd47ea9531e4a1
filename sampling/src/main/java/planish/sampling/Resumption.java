package planish.sampling;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planish.sampling.output.RunFiles;
import planish.sampling.output.SavedChain;
import planish.spi.UserException;

/**
 * An earlier run in a folder, to go on.
 *
 * @param folder where it is
 * @param chains what its chains left, by number from 0; never empty
 */
record Resumption(Path folder, Map<Integer, SavedChain> chains) {
  /** The name of the text that tells which version began the run. */
  static final String VERSION = "version";

  /** How the names begin of what is told about the model. */
  static final String ABOUT = "model.";

  private static final Set<String> MAY_DIFFER = Set.of(Setting.DRAWS.label(), VERSION);

  static Resumption of(RunFiles files) {
    Map<Integer, SavedChain> chains = files.saved();
    if (chains.isEmpty()) {
      throw new UserException(
          files.folder()
              + " holds no run of '"
              + files.name()
              + "' to go on with: expected "
              + files.state(0).getFileName()
              + " or a side file of another chain");
    }
    Resumption resumption = new Resumption(files.folder(), chains);
    chains.values().forEach(chain -> resumption.compare(chain.settings()));
    return resumption;
  }

  /** {@return the run's settings, as texts} */
  Map<String, String> settings() {
    return chains.values().iterator().next().settings();
  }

  /** {@return the draws that were asked for last: an extension may not have reached all chains} */
  int draws() {
    return chains.values().stream()
        .mapToInt(chain -> (Integer) SettingTexts.parse(Setting.DRAWS, chain.settings()))
        .max()
        .orElseThrow();
  }

  /** {@return the version that began the run, if it is not this one} */
  Optional<String> otherVersion() {
    return Optional.ofNullable(settings().get(VERSION))
        .filter(version -> !version.equals(CsvConfiguration.version()));
  }

  /** What is told about the model is for people: whether it is the same one, the densities tell. */
  private static boolean mayDiffer(String name) {
    return MAY_DIFFER.contains(name) || name.startsWith(ABOUT);
  }

  /** {@return what was told about the model} */
  Map<String, String> about() {
    return SettingTexts.options(ABOUT, settings());
  }

  /** An extension, or one with another version, may not have come to all chains. */
  private void compare(Map<String, String> other) {
    settings()
        .forEach((name, text) -> {
          if (!mayDiffer(name) && !text.equals(other.get(name))) {
            throw different("the side files' '" + name + "'", text, other.get(name));
          }
        });
  }

  /**
   * Refuses to go on with something else.
   *
   * @param wanted what is asked for, as texts
   * @param draws how many draws are asked for
   * @throws UserException if something is not as in the run, or fewer draws are asked for than made
   */
  void check(Map<String, String> wanted, int draws) {
    Map<String, String> has = settings();
    wanted.forEach((name, text) -> {
      if (!mayDiffer(name) && !text.equals(has.get(name))) {
        throw Fingerprint.NAMES.contains(name)
            ? otherModel()
            : different("'" + name + "'", has.get(name), text);
      }
    });
    int made = chains.values().stream().mapToInt(chain -> chain.recorder().kept()).max().orElse(0);
    if (draws < made) {
      throw new UserException(
          "the run in "
              + folder
              + " has "
              + made
              + " draws in a chain already, but "
              + draws
              + " were asked for: ask for as many or more");
    }
  }

  private UserException otherModel() {
    return new UserException(
        "the run in "
            + folder
            + " is of another model or of other data: it cannot go on with these. Give the same data"
            + " and the same options of the model as when it began");
  }

  private UserException different(String what, String has, String wanted) {
    return new UserException(
        "the run in "
            + folder
            + " cannot go on: "
            + what
            + " is "
            + (has == null ? "not set" : has)
            + " there, but "
            + (wanted == null ? "not set" : wanted)
            + " is asked for. Leave it out, or begin a new run in another folder");
  }
}
