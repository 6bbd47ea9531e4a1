package planish.compiler;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.graph.InputKind;
import planish.autodiff.graph.Scan;
import planish.autodiff.graph.ScanBody;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.program.TapeSource;

/**
 * A recurrence whose step is straight-line code.
 *
 * @param node of the recurrence
 * @param scan the recurrence
 * @param steps its statements; inputs are read from the kinds that {@link ScanBodies#tape} names
 * @param next what the next state is
 */
record ScanPlan(int node, Scan scan, List<Step> steps, List<Arg> next) {
  /** The kind of input that a step's state is. */
  static final int STATE = InputKind.POSITION.ordinal();

  /** The kind of input that is shared by all steps. */
  static final int SHARED = InputKind.TUNING.ordinal();

  /** The longest step in bytes; longer ones are left to the interpreter. */
  private static final int LONGEST = 6000;

  /** {@return the plan for a recurrence, or null if its step is no straight-line code} */
  static ScanPlan of(int node, Scan scan) {
    TapeSource tape = ScanBodies.tape(scan.body());
    if (tape == null || scan.body().stateSize() == 0) {
      return null;
    }
    Nodes nodes = new Nodes(tape);
    List<Step> steps = new ArrayList<>();
    Unroller unroller = new Unroller(nodes, steps);
    int bytes = 0;
    for (int k = 0; k < nodes.count(); k++) {
      Form form = Form.of(nodes, k);
      if (form == Form.VIEW) {
        continue;
      }
      int before = steps.size();
      if (form == Form.UNROLLED) {
        unroller.unroll(k);
      }
      for (Step step : steps.subList(before, steps.size())) {
        bytes += Bytes.of(step);
        form = step instanceof Step.Guard ? Form.CALL : form;
      }
      if (form != Form.UNROLLED || bytes > LONGEST) {
        return null;
      }
    }
    return new ScanPlan(node, scan, steps, next(nodes));
  }

  ScanBody body() {
    return scan.body();
  }

  private static List<Arg> next(Nodes nodes) {
    Operand value = nodes.output(0);
    List<Arg> next = new ArrayList<>();
    for (int e = 0; e < value.size(); e++) {
      next.add(value.at(e));
    }
    return next;
  }
}
