package planish.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * How statements are cut into methods, and which values have a place in the workspace: those that
 * are read by another method, a loop or a call than the one that computes them.
 */
final class Layout {
  /** Products of the last rows of a block may reach back as far. */
  private static final int BEFORE = 64;

  private final Schedule schedule;
  private final Nodes nodes;
  private final List<List<Step>> methods = new ArrayList<>();
  private final IntMap definedIn = new IntMap();
  private final BitSet stored = new BitSet();
  private final boolean[] hasPlace;
  private final int[] blocks;
  private final int[] places;
  private final int[] starts;
  private final int[] owners;
  private final int temporaries;
  private final int scratch;
  private final int size;

  Layout(Schedule schedule) {
    this.schedule = schedule;
    this.nodes = schedule.nodes();
    this.hasPlace = new boolean[nodes.count()];
    this.blocks = new int[nodes.count()];
    this.places = new int[nodes.count()];
    int[] holders = holders();
    this.owners = holders;
    this.starts = Arrays.stream(holders).map(nodes::offset).toArray();
    cut();
    markReads();
    int next = 0;
    for (int k = 0; k < places.length; k++) {
      places[k] = isLocal(k) ? next + BEFORE : next;
      next += hasPlace[k] ? room(k) : isLocal(k) ? BEFORE + blocks[k] : 0;
    }
    this.temporaries = next;
    next += stored.length() > nodes.slots() ? stored.length() - nodes.slots() : 0;
    this.scratch = lanes(next);
    this.size = scratch + 16;
  }

  /** Products are written a whole panel at a time. */
  private int room(int k) {
    int size = nodes.size(k);
    return schedule.form(k) == Form.PRODUCT ? (size + Panels.ROWS - 1) & -Panels.ROWS : size;
  }

  private int[] holders() {
    int[] found = new int[nodes.count()];
    int count = 0;
    for (int k = 0; k < found.length; k++) {
      if (!nodes.isView(k) && nodes.size(k) > 0) {
        found[count++] = k;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void cut() {
    List<Step> method = new ArrayList<>();
    IntMap local = new IntMap();
    int[] bytes = {0};
    for (Step step : schedule.steps()) {
      int number = methods.size();
      bytes[0] += Bytes.of(step);
      reads(
          step,
          slot -> {
            if (local.get(slot) != number) {
              local.put(slot, number);
              bytes[0] += Bytes.LOAD;
            }
          });
      arguments(step, arg -> bytes[0] += arg instanceof Arg.Datum ? Bytes.DATUM : 0);
      if (bytes[0] > Bytes.METHOD && !method.isEmpty()) {
        methods.add(method);
        method = new ArrayList<>();
        bytes[0] = Bytes.of(step);
      }
      method.add(step);
      if (step.out() >= 0) {
        local.put(step.out(), methods.size());
        definedIn.put(step.out(), methods.size());
      }
    }
    methods.add(method);
  }

  /** The slots that a statement reads itself. */
  private static void reads(Step step, Consumer<Integer> reader) {
    arguments(
        step,
        arg -> {
          if (arg instanceof Arg.Slot slot) {
            reader.accept(slot.index());
          }
        });
  }

  /** What a statement reads itself. */
  private static void arguments(Step step, Consumer<Arg> reader) {
    switch (step) {
      case Step.Unary unary -> reader.accept(unary.a());
      case Step.Binary binary -> {
        reader.accept(binary.a());
        reader.accept(binary.b());
      }
      case Step.Fma fma -> {
        reader.accept(fma.a());
        reader.accept(fma.b());
        reader.accept(fma.c());
      }
      case Step.Select select -> {
        reader.accept(select.condition());
        reader.accept(select.a());
        reader.accept(select.b());
      }
      case Step.Copy copy -> reader.accept(copy.a());
      case Step.Guard guard -> reader.accept(guard.condition());
      case Step.Write write -> reader.accept(write.a());
      case Step.Read read -> {}
      case Step.CopyIn copy -> {}
      case Step.CopyOut copy -> {}
      case Step.Call call -> {}
      case Step.Recur recur -> {}
      case Step.Run run -> {}
      case Step.Combine combine -> {}
    }
  }

  private void markReads() {
    for (int m = 0; m < methods.size(); m++) {
      int method = m;
      for (Step step : methods.get(m)) {
        reads(
            step,
            slot -> {
              if (definedIn.get(slot) != method) {
                store(slot);
              }
            });
        markMemory(step);
      }
    }
  }

  private void store(int slot) {
    stored.set(slot);
    if (slot < nodes.slots()) {
      hasPlace[ownerOf(slot)] = true;
    }
  }

  private int ownerOf(int slot) {
    int at = Arrays.binarySearch(starts, slot);
    return owners[at >= 0 ? at : -at - 2];
  }

  private void markMemory(Step step) {
    switch (step) {
      case Step.CopyIn copy -> hasPlace[copy.node()] = true;
      case Step.CopyOut copy -> inMemory(copy.from());
      case Step.Call call -> wholly(call.node());
      case Step.Recur recur -> wholly(recur.scan().node());
      case Step.Run run -> inLoop(run.loop());
      case Step.Unary s -> {}
      case Step.Binary s -> {}
      case Step.Fma s -> {}
      case Step.Select s -> {}
      case Step.Copy s -> {}
      case Step.Guard s -> {}
      case Step.Write s -> {}
      case Step.Read s -> {}
      case Step.Combine s -> {}
    }
  }

  private void wholly(int node) {
    hasPlace[node] = true;
    for (Operand operand : nodes.operands(node)) {
      inMemory(operand);
    }
  }

  private void inMemory(Operand operand) {
    if (!operand.isKnown() && operand.size() > 0) {
      hasPlace[operand.node()] = true;
      if (nodes.size(operand.node()) <= Form.SHORT) {
        stored.set(operand.offset(), operand.offset() + operand.size());
      }
    }
  }

  private void inLoop(Loop loop) {
    loop.products.forEach(k -> keepForBlock(k, loop));
    loop.dots.forEach(k -> hasPlace[k] = true);
    loop.scatters.forEach(k -> hasPlace[k] = true);
    IntMap segmentOf = new IntMap();
    for (int s = 0; s < loop.segments.size(); s++) {
      for (int k : loop.segments.get(s)) {
        segmentOf.put(k, s);
        readInLoop(loop, k, segmentOf);
      }
    }
    for (List<Integer> part : List.of(loop.products, loop.dots, loop.scatters)) {
      part.forEach(k -> readInLoop(loop, k, segmentOf));
    }
  }

  private void readInLoop(Loop loop, int k, IntMap segmentOf) {
    for (Operand operand : nodes.operands(k)) {
      if (operand.isKnown() || !schedule.isInSameLoop(operand, k)) {
        inMemory(operand);
      } else if (segmentOf.get(k) < 0 || segmentOf.get(operand.node()) != segmentOf.get(k)) {
        keepForBlock(operand.node(), loop);
      }
    }
  }

  /** What only another part of the same loop reads is kept for the block that is worked on. */
  private void keepForBlock(int node, Loop loop) {
    if (loop.isBlocked()) {
      blocks[node] = loop.block();
    } else {
      hasPlace[node] = true;
    }
  }

  private int lanes(int from) {
    int next = from;
    for (Step step : schedule.steps()) {
      if (step instanceof Step.Run run) {
        run.loop().lanes = next;
        next += schedule.lanes(run.loop());
      }
    }
    return next;
  }

  /** {@return the statements of each method, in order} */
  List<List<Step>> methods() {
    return methods;
  }

  /** {@return the number of doubles in the workspace} */
  int size() {
    return size;
  }

  /** {@return the place of sixteen doubles for functions that are computed one by one} */
  int scratch() {
    return scratch;
  }

  /** {@return whether the value of a node has a place in the workspace} */
  boolean hasPlace(int node) {
    return hasPlace[node] || isLocal(node);
  }

  /** {@return whether that place is for a block of a loop's elements alone} */
  boolean isLocal(int node) {
    return blocks[node] > 0 && !hasPlace[node];
  }

  /** {@return the place of a node's first element} */
  int place(int node) {
    return places[node];
  }

  /** {@return the place of an operand's first element} */
  int place(Operand operand) {
    return places[operand.node()] + operand.offset() - nodes.offset(operand.node());
  }

  /** {@return whether a statement's result is stored} */
  boolean isStored(int slot) {
    return stored.get(slot);
  }

  /** {@return the place of a slot that is stored} */
  int placeOf(int slot) {
    if (slot >= nodes.slots()) {
      return temporaries + slot - nodes.slots();
    }
    int owner = ownerOf(slot);
    return places[owner] + slot - nodes.offset(owner);
  }
}
