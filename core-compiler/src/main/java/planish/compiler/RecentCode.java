package planish.compiler;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/**
 * The code of the programs that were made last, so that another one of the same tape begins with
 * code that is made, and that the JIT has compiled. Kept as long as there is memory, and of no more
 * than so many programs. Safe for many threads.
 */
final class RecentCode {
  /** Numbers that all that is kept may read: 32 MB. */
  private static final long MOST = 1 << 22;

  /** About as many numbers as an operation and its code take. */
  private static final int OPERATION = 64;

  private final long most;
  private final Deque<Entry> latest = new ArrayDeque<>();

  /**
   * Code that is kept.
   *
   * @param source the code
   * @param hash of its tape
   * @param weight in numbers
   */
  private record Entry(SoftReference<CompiledSource> source, int hash, long weight) {}

  /**
   * No code yet.
   *
   * @param most numbers that what is kept may weigh
   */
  RecentCode(long most) {
    this.most = most;
  }

  /** {@return no code yet, and room for as much as a process should keep} */
  static RecentCode ofProcess() {
    return new RecentCode(MOST);
  }

  /** {@return the code for a tape: that of one which is the same, if there is any, or its own} */
  synchronized CompiledSource of(TapeSource tape) {
    long weight = weight(tape);
    if (weight > most) {
      return CompiledSource.of(tape);
    }
    int hash = tape.likeness();
    CompiledSource found = take(tape, hash);
    CompiledSource source = found == null ? CompiledSource.of(tape) : found;
    latest.addFirst(new Entry(new SoftReference<>(source), hash, weight));
    forget();
    return source;
  }

  private CompiledSource take(TapeSource tape, int hash) {
    for (Iterator<Entry> entries = latest.iterator(); entries.hasNext(); ) {
      Entry entry = entries.next();
      CompiledSource source = entry.source.get();
      boolean isSame = source != null && entry.hash == hash && source.tape().isSame(tape);
      if (isSame || source == null) {
        entries.remove();
      }
      if (isSame) {
        return source;
      }
    }
    return null;
  }

  /** Drops what has not been asked for longest. */
  private void forget() {
    long total = 0;
    for (Iterator<Entry> entries = latest.iterator(); entries.hasNext(); ) {
      total += entries.next().weight;
      if (total > most) {
        entries.remove();
      }
    }
  }

  private static long weight(TapeSource tape) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    long weight = (long) OPERATION * tape.nodes().size();
    for (TapeNode node : tape.nodes()) {
      for (TapeNode.Place place : node.operands()) {
        if (place.known() != null && seen.add(place.known().array())) {
          weight += place.known().array().length;
        }
      }
      int[] indices = HandedIn.indices(node.op());
      if (indices != null && seen.add(indices)) {
        weight += indices.length;
      }
    }
    return weight;
  }
}
