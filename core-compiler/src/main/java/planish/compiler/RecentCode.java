package planish.compiler;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import planish.autodiff.program.TapeNode;
import planish.autodiff.program.TapeSource;

/**
 * The code of the programs that were made last, so that another one of the same tape begins with
 * code that is made, and that the JIT has compiled. A tape that differs in its data alone gets code
 * to which what differs is handed in: the next one begins with that. Kept as long as there is
 * memory, and of no more than so many programs. Safe for many threads.
 */
final class RecentCode {
  /** Numbers that all that is kept may read: 32 MB. */
  private static final long MOST = 1 << 22;

  /** About as many numbers as an operation and its code take. */
  private static final int OPERATION = 64;

  /** Tapes with other data each, from which is learnt what differs. */
  private static final int EXAMPLES = 4;

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

  /** {@return the code for a tape: such as there is, or its own} */
  synchronized CompiledSource of(TapeSource tape) {
    long weight = weight(tape);
    if (weight > most) {
      return CompiledSource.of(tape);
    }
    int hash = tape.likeness();
    List<CompiledSource> alike = alike(tape, hash);
    CompiledSource source =
        alike.stream()
            .filter(code -> code.serves(tape))
            .min(Comparator.comparing(code -> !code.isForOneTape()))
            .orElseGet(() -> made(tape, alike));
    latest.removeIf(entry -> entry.source.get() == null || entry.source.get() == source);
    latest.addFirst(new Entry(new SoftReference<>(source), hash, weight));
    forget();
    return source;
  }

  /** {@return the code of tapes that differ in their data alone, the latest one first} */
  private List<CompiledSource> alike(TapeSource tape, int hash) {
    return latest.stream()
        .filter(entry -> entry.hash == hash)
        .map(entry -> entry.source.get())
        .filter(code -> code != null && code.tape().isLike(tape))
        .toList();
  }

  private static CompiledSource made(TapeSource tape, List<CompiledSource> alike) {
    if (alike.isEmpty() || alike.size() >= EXAMPLES) {
      return CompiledSource.of(tape);
    }
    List<TapeSource> tapes = new ArrayList<>(List.of(tape));
    alike.forEach(code -> tapes.add(code.tape()));
    return CompiledSource.ofDifferent(tapes);
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
