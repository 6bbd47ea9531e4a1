package planish.autodiff.graph;

/**
 * Where in a model a node comes from.
 *
 * @param site the site's name; empty outside sites
 * @param line file and line of the user's program; empty where not known
 */
public record Place(String site, String line) {
  /** The place of nodes that no site made. */
  public static final Place NONE = new Place("", "");
}
