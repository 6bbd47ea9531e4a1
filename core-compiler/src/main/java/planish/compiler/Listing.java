package planish.compiler;

import java.util.List;

/** The plan of a program as text: what is computed where, for people. */
final class Listing {
  private final Schedule schedule;
  private final Layout layout;
  private final Nodes nodes;
  private final StringBuilder text = new StringBuilder();
  private boolean recurrence;

  Listing(Schedule schedule, Layout layout) {
    this.schedule = schedule;
    this.layout = layout;
    this.nodes = schedule.nodes();
    line(0, "workspace: " + layout.size() + " numbers");
    for (int m = 0; m < layout.methods().size(); m++) {
      line(0, "method " + m);
      layout.methods().get(m).forEach(this::step);
    }
  }

  private void line(int depth, String what) {
    text.append("  ".repeat(depth)).append(what).append('\n');
  }

  private void step(Step step) {
    switch (step) {
      case Step.Unary s -> assign(s.out(), name(s.f()) + "(" + arg(s.a()) + ")");
      case Step.Binary s ->
          assign(s.out(), name(s.f()) + "(" + arg(s.a()) + ", " + arg(s.b()) + ")");
      case Step.Fma s ->
          assign(s.out(), "fma(" + arg(s.a()) + ", " + arg(s.b()) + ", " + arg(s.c()) + ")");
      case Step.Select s ->
          assign(s.out(), arg(s.condition()) + " ? " + arg(s.a()) + " : " + arg(s.b()));
      case Step.Copy s -> assign(s.out(), arg(s.a()));
      case Step.Read s -> assign(s.out(), "input " + s.kind() + "[" + s.index() + "]");
      case Step.Guard s -> line(1, "check " + arg(s.condition()));
      case Step.Write s -> line(1, "output " + s.slot() + "[" + s.index() + "] = " + arg(s.a()));
      case Step.CopyIn s -> line(1, node(s.node()) + " = input " + s.kind() + " from " + s.from());
      case Step.CopyOut s ->
          line(1, "output " + s.slot() + " from " + s.to() + " = " + operand(s.from()));
      case Step.Call s -> line(1, node(s.node()) + " = call of " + operation(s.node()));
      case Step.Recur s -> {
        line(1, node(s.scan().node()) + " = recurrence, each step:");
        recurrence = true;
        s.scan().steps().forEach(this::step);
        recurrence = false;
      }
      case Step.Run s -> loop(s.loop());
      case Step.Combine s -> {
        if (s.out() >= 0) {
          assign(s.out(), "sum of lanes " + s.reduction());
        } else {
          line(1, "check lanes " + s.reduction());
        }
      }
    }
  }

  private void loop(Loop loop) {
    int block = loop.block();
    String blocks = block < loop.length() ? " in blocks of " + block : "";
    line(1, "loop over " + loop.length() + blocks);
    loop.products.forEach(k -> line(2, node(k) + " = " + operation(k)));
    for (List<Integer> segment : loop.segments) {
      segment.forEach(k -> line(2, node(k) + " = " + operation(k)));
      line(2, "--");
    }
    loop.dots.forEach(k -> line(2, node(k) + " = " + operation(k)));
    loop.scatters.forEach(k -> line(2, node(k) + " = " + operation(k)));
  }

  private void assign(int slot, String what) {
    boolean stored = !recurrence && layout.isStored(slot);
    line(recurrence ? 2 : 1, "v" + slot + (stored ? " (stored)" : "") + " = " + what);
  }

  private String operation(int k) {
    StringBuilder operation = new StringBuilder(nodes.op(k).toString()).append("(");
    for (int j = 0; j < nodes.operands(k).length; j++) {
      operation.append(j == 0 ? "" : ", ").append(operand(nodes.operand(k, j)));
    }
    return operation.append(")").toString();
  }

  private String node(int k) {
    return "n"
        + k
        + nodes.shape(k)
        + (layout.isLocal(k) ? " (stored for a block)" : layout.hasPlace(k) ? " (stored)" : "");
  }

  private String operand(Operand operand) {
    if (operand.isKnown()) {
      return operand.size() == 1 && !operand.isHandedIn()
          ? Double.toString(operand.known()[operand.offset()])
          : "known" + operand.shape();
    }
    int from = operand.offset() - nodes.offset(operand.node());
    return "n" + operand.node() + (from == 0 ? "" : "+" + from);
  }

  private static String arg(Arg arg) {
    return switch (arg) {
      case Arg.Number number -> Double.toString(number.value());
      case Arg.Datum datum -> "known" + datum.handed() + "[" + datum.element() + "]";
      case Arg.Slot slot -> "v" + slot.index();
    };
  }

  private static String name(Enum<?> function) {
    return function.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
