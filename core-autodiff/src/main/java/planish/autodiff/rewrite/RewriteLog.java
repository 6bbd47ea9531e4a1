package planish.autodiff.rewrite;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.Place;

/** What rewrites did, in order. Belongs to one thread. */
public final class RewriteLog {
  private final List<Entry> entries = new ArrayList<>();
  private String rewrite = "";

  /** An empty log. */
  public RewriteLog() {}

  /**
   * One thing that was done.
   *
   * @param rewrite the rewrite's name
   * @param place where in the model, as far as known
   * @param what was done, in the user's words: a sentence without its full stop
   */
  public record Entry(String rewrite, Place place, String what) {}

  void enter(String name) {
    rewrite = name;
  }

  /**
   * Writes down what the rewrite that is being applied did.
   *
   * @param place where in the model
   * @param what was done, in the user's words: a sentence without its full stop
   */
  public void add(Place place, String what) {
    entries.add(new Entry(rewrite, place, what));
  }

  /** Writes down what was done elsewhere, such as in a shard's graph. */
  public void add(Entry entry) {
    entries.add(entry);
  }

  int size() {
    return entries.size();
  }

  /** {@return all that was done, in order} */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
