package planish.spi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeMap;

/**
 * The providers of one kind, by name.
 *
 * <p>Immutable; safe for many threads.
 *
 * @param <P> the provider type
 */
public final class Registry<P extends Provider> {
  private final String kind;
  private final TreeMap<String, Entry<P>> entries;
  private final Map<String, String> conflicts;
  private final List<String> problems;

  Registry(
      String kind,
      Map<String, Entry<P>> entries,
      Map<String, String> conflicts,
      List<String> problems) {
    this.kind = kind;
    this.entries = new TreeMap<>(entries);
    this.conflicts = Map.copyOf(conflicts);
    this.problems = List.copyOf(problems);
  }

  /**
   * A provider and where it came from.
   *
   * @param provider the provider
   * @param source its module, and its plugin where it came from one
   */
  public record Entry<P extends Provider>(P provider, String source) {}

  /**
   * {@return the provider of that name}
   *
   * @throws UserException if there is none (the message lists those that exist) or if two modules
   *     provide it (the message names both)
   */
  public P get(String name) {
    return entry(name).provider();
  }

  /**
   * {@return the provider of that name and where it came from}
   *
   * @throws UserException as {@link #get}
   */
  public Entry<P> entry(String name) {
    if (conflicts.containsKey(name)) {
      throw new UserException(conflicts.get(name));
    }
    Entry<P> entry = entries.get(name);
    if (entry == null) {
      throw new UserException(Spelling.unknown(kind, name, entries.keySet().stream()));
    }
    return entry;
  }

  /** {@return all names, sorted; one that two modules provide stands here too} */
  public Collection<String> names() {
    return Collections.unmodifiableCollection(entries.keySet());
  }

  /** {@return all providers, sorted by name, without those whose name two modules provide} */
  public SequencedCollection<Entry<P>> entries() {
    return entries.entrySet().stream()
        .filter(entry -> !conflicts.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * {@return one line for each provider that could not be loaded, with its source and the reason,
   * and one for each name that two modules provide}
   */
  public List<String> problems() {
    return problems;
  }
}
