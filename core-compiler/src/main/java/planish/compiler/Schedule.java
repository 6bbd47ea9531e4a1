package planish.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import planish.autodiff.graph.Broadcast;
import planish.autodiff.graph.External;
import planish.autodiff.graph.Gather;
import planish.autodiff.graph.Input;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.SumLog1pExp;
import planish.autodiff.graph.Transpose;
import planish.autodiff.program.TapeOutput;
import planish.autodiff.program.TapeSource;

/**
 * The order of execution: levels of straight-line code, calls and loops.
 *
 * <p>Each operation stands at the least level at which its operands are there. Within a level come
 * statements first, then calls, then loops; a loop takes in all operations of its level on vectors
 * of its length, so that an operation on what a loop computes element by element stands in that
 * loop, and one on its sums or on other elements stands a level later.
 */
final class Schedule {
  private final Nodes nodes;
  private final Form[] forms;
  private final int[] levels;
  private final ScanPlan[] scans;
  private final List<Level> order = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Unroller unroller;
  private final int unroll;

  /** What runs at one level. */
  private static final class Level {
    final List<Integer> statements = new ArrayList<>();
    final List<Integer> calls = new ArrayList<>();
    final Map<Integer, List<Integer>> loops = new TreeMap<>();
  }

  /**
   * A schedule.
   *
   * @param tape what is to be run
   * @param handedIn which known values are no constants of the code
   * @param unroll how many times a loop's body is repeated in code
   */
  Schedule(TapeSource tape, HandedIn handedIn, int unroll) {
    this.nodes = new Nodes(tape, handedIn);
    this.forms = new Form[nodes.count()];
    this.levels = new int[nodes.count()];
    this.scans = new ScanPlan[nodes.count()];
    this.unroller = new Unroller(nodes, steps);
    this.unroll = unroll;
    place();
    for (Level level : order) {
      statements(level);
    }
    for (int k = 0; k < tape.outputs().size(); k++) {
      write(tape.outputs().get(k), nodes.output(k));
    }
  }

  Nodes nodes() {
    return nodes;
  }

  List<Step> steps() {
    return steps;
  }

  Form form(int node) {
    return forms[node];
  }

  /** {@return the number of slots, temporary ones included} */
  int slots() {
    return unroller.slots();
  }

  private void place() {
    int barrier = 0;
    for (int k = 0; k < forms.length; k++) {
      forms[k] = Form.of(nodes, k);
      if (forms[k] == Form.SCAN) {
        scans[k] = ScanPlan.of(k, (Scan) nodes.op(k));
        forms[k] = scans[k] == null ? Form.CALL : Form.SCAN;
      }
      if (forms[k] == Form.VIEW) {
        continue;
      }
      levels[k] = nodes.op(k) instanceof External ? barrier : 0;
      for (int j = firstRead(k); j < lastRead(k); j++) {
        levels[k] = Math.max(levels[k], ready(nodes.operand(k, j), k));
      }
      // What others bring must not see what a check would have refused.
      if (forms[k] == Form.GUARD) {
        barrier = Math.max(barrier, levels[k] + 1);
      } else if (nodes.isView(k)) {
        barrier = Math.max(barrier, levels[k]);
      }
      add(k);
    }
  }

  /** A check passes its first operand on and names the third only to people. */
  private int firstRead(int k) {
    return nodes.isView(k) ? 1 : 0;
  }

  private int lastRead(int k) {
    return nodes.isView(k) ? 2 : nodes.operands(k).length;
  }

  private int ready(Operand operand, int reader) {
    if (operand.isKnown()) {
      return 0;
    }
    int level = levels[operand.node()];
    return switch (forms[operand.node()]) {
      case UNROLLED, COPIED_INPUT -> level;
      case CALL, SCAN -> forms[reader] == Form.UNROLLED ? level + 1 : level;
      case MEMBER, PRODUCT -> isAligned(operand, reader) ? level : level + 1;
      default -> level + 1;
    };
  }

  /** Whether an operand's elements are read one by one as the reader's loop comes to them. */
  boolean isAligned(Operand operand, int reader) {
    if (operand.isKnown()) {
      return false;
    }
    boolean elementwise =
        switch (forms[reader]) {
          case MEMBER, GUARD, REDUCTION, SCATTER ->
              !(nodes.op(reader) instanceof Gather)
                  && !(nodes.op(reader) instanceof Broadcast)
                  && !(nodes.op(reader) instanceof Transpose);
          case DOTS -> operand == nodes.operand(reader, 1);
          default -> false;
        };
    int producer = operand.node();
    return elementwise
        && forms[producer].isAligned()
        && operand.size() == Form.loopLength(nodes, reader)
        && nodes.size(producer) == operand.size()
        && nodes.offset(producer) == operand.offset();
  }

  /** Whether an aligned operand is computed in the same loop as its reader. */
  boolean isInSameLoop(Operand operand, int reader) {
    return isAligned(operand, reader) && levels[operand.node()] == levels[reader];
  }

  private void add(int k) {
    while (order.size() <= levels[k]) {
      order.add(new Level());
    }
    Level level = order.get(levels[k]);
    switch (forms[k]) {
      case UNROLLED, COPIED_INPUT -> level.statements.add(k);
      case CALL, SCAN -> level.calls.add(k);
      default ->
          level.loops.computeIfAbsent(Form.loopLength(nodes, k), n -> new ArrayList<>()).add(k);
    }
  }

  private void statements(Level level) {
    for (int k : level.statements) {
      if (forms[k] == Form.COPIED_INPUT) {
        Input input = (Input) nodes.op(k);
        steps.add(new Step.CopyIn(input.kind().ordinal(), input.offset(), k, nodes.size(k)));
      } else {
        unroller.unroll(k);
      }
    }
    for (int k : level.calls) {
      steps.add(scans[k] != null ? new Step.Recur(scans[k]) : new Step.Call(k));
    }
    level.loops.forEach((n, members) -> loop(n, members));
  }

  private void loop(int n, List<Integer> members) {
    Loop loop = new Loop(n);
    List<Integer> segment = new ArrayList<>();
    int bytes = 0;
    for (int k : members) {
      switch (forms[k]) {
        case PRODUCT -> loop.products.add(k);
        case DOTS -> loop.dots.add(k);
        case SCATTER -> loop.scatters.add(k);
        default -> {
          int more = unroll * Bytes.inLoop(nodes.op(k), nodes.operands(k).length);
          if (bytes + more > Bytes.METHOD && !segment.isEmpty()) {
            loop.segments.add(segment);
            segment = new ArrayList<>();
            bytes = 0;
          }
          segment.add(k);
          bytes += more;
          if (forms[k] != Form.MEMBER) {
            loop.softplus.set(loop.reductions.size(), nodes.op(k) instanceof SumLog1pExp);
            loop.reductions.add(k);
          }
        }
      }
    }
    if (!segment.isEmpty()) {
      loop.segments.add(segment);
    }
    loop.columns = columns(loop);
    steps.add(new Step.Run(loop));
    for (int r = 0; r < loop.reductions.size(); r++) {
      combine(loop, r);
    }
  }

  private void combine(Loop loop, int reduction) {
    int node = loop.reductions.get(reduction);
    if (forms[node] == Form.GUARD) {
      steps.add(new Step.Combine(loop, reduction, -1));
    } else {
      steps.add(new Step.Combine(loop, reduction, nodes.offset(node)));
    }
  }

  private void write(TapeOutput output, Operand value) {
    boolean unrolled =
        value.size() <= Form.SHORT
            && (value.isKnown() || forms[value.node()] == Form.UNROLLED || value.size() == 1);
    if (!unrolled) {
      steps.add(new Step.CopyOut(value, output.slot(), output.offset()));
      return;
    }
    for (int e = 0; e < value.size(); e++) {
      steps.add(new Step.Write(value.at(e), output.slot(), output.offset() + e));
    }
  }

  /** {@return the number of lanes' doubles that a loop needs} */
  int lanes(Loop loop) {
    int columns = 0;
    for (int k : loop.dots) {
      columns += nodes.size(k);
    }
    return loop.lanesOfDots() - loop.lanes + 8 * columns;
  }

  private int columns(Loop loop) {
    int columns = 0;
    for (int k : loop.products) {
      columns = Math.max(columns, nodes.operand(k, 0).size());
    }
    for (int k : loop.dots) {
      columns = Math.max(columns, nodes.size(k));
    }
    return columns;
  }
}
