package planish.kernels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.spi.UserException;

/**
 * What was written down, in memory: named arrays and, under names, further trees.
 *
 * <p>Whoever keeps it in a file reads {@link #arrays()}, {@link #wholeNumbers()} and {@link
 * #children()}, and fills an empty tree again through {@link StateWriter}. Not safe for several
 * threads at once.
 */
public final class StateTree implements StateWriter, StateReader {
  private final String path;
  private final Map<String, double[]> arrays = new LinkedHashMap<>();
  private final Map<String, long[]> wholeNumbers = new LinkedHashMap<>();
  private final Map<String, StateTree> children = new LinkedHashMap<>();

  /** An empty tree. */
  public StateTree() {
    this("");
  }

  private StateTree(String path) {
    this.path = path;
  }

  /** {@return the tree that something writes of itself} */
  public static StateTree of(Snapshot snapshot) {
    StateTree tree = new StateTree();
    snapshot.save(tree);
    return tree;
  }

  @Override
  public void put(String name, double... values) {
    arrays.put(name, values.clone());
  }

  @Override
  public void putLongs(String name, long... values) {
    wholeNumbers.put(name, values.clone());
  }

  /** {@return the tree under a name; an empty one is put there if there was none} */
  @Override
  public StateTree child(String name) {
    return children.computeIfAbsent(name, key -> new StateTree(path + key + "/"));
  }

  /** {@return the names of all arrays here: those of doubles, then those of whole numbers} */
  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>(arrays.keySet());
    names.addAll(wholeNumbers.keySet());
    return names;
  }

  @Override
  public double[] array(String name) {
    return found(arrays.get(name), name).clone();
  }

  @Override
  public long[] longs(String name) {
    return found(wholeNumbers.get(name), name).clone();
  }

  private <A> A found(A array, String name) {
    if (array == null) {
      throw new UserException(
          "the saved state has no '"
              + path
              + name
              + "': it was not written by this version, kernel and mass matrix, or is damaged;"
              + " start the run afresh");
    }
    return array;
  }

  /** {@return the arrays of doubles here, in the order they were written; not to be changed} */
  public Map<String, double[]> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** {@return the arrays of whole numbers here, in the order written; not to be changed} */
  public Map<String, long[]> wholeNumbers() {
    return Collections.unmodifiableMap(wholeNumbers);
  }

  /** {@return the trees under names, in the order they were made} */
  public Map<String, StateTree> children() {
    return Collections.unmodifiableMap(children);
  }
}
