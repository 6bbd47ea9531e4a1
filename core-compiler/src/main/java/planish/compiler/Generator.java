package planish.compiler;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import planish.autodiff.program.TapeSource;

/** Makes hidden classes of a tape; they are unloaded with the programs that use them. */
final class Generator {
  /** As many methods as one class's constants have room for. */
  private static final int METHODS = 100;

  private final TapeSource tape;
  private final HandedIn handedIn;
  private final Schedule schedule;
  private final Layout layout;
  private final IntMap calls = new IntMap();
  private final List<Integer> called = new ArrayList<>();

  /**
   * A generator.
   *
   * @param tape what is compiled
   * @param handedIn which known values are no constants of the code
   */
  Generator(TapeSource tape, HandedIn handedIn) {
    this.tape = tape;
    this.handedIn = handedIn;
    this.schedule = new Schedule(tape, handedIn, Vectors.copies());
    this.layout = new Layout(schedule);
    for (Step step : schedule.steps()) {
      if (step instanceof Step.Call call) {
        calls.put(call.node(), called.size());
        called.add(call.node());
      }
    }
  }

  /** {@return what the code needs to run} */
  Bindings bindings() {
    return new Bindings(tape, handedIn, layout, called);
  }

  /** {@return the number of doubles in a workspace} */
  int workspaceSize() {
    return layout.size();
  }

  /** {@return the length of the longest loop, or 0} */
  int longestLoop() {
    return schedule.steps().stream()
        .mapToInt(step -> step instanceof Step.Run run ? run.loop().length() : 0)
        .max()
        .orElse(0);
  }

  /** {@return whether there is a product with a matrix in a loop} */
  boolean hasProducts() {
    return schedule.steps().stream()
        .anyMatch(step -> step instanceof Step.Run run && run.loop().columns > 0);
  }

  /** {@return whether there is a recurrence, which is the same without vectors} */
  boolean hasRecurrence() {
    return schedule.steps().stream().anyMatch(step -> step instanceof Step.Recur);
  }

  /** {@return the plan as text for people} */
  String listing() {
    return new Listing(schedule, layout).toString();
  }

  /**
   * {@return the code of all parts, in order}
   *
   * @param vector whether loops are over vectors
   */
  Code[] generate(boolean vector) {
    List<Code> parts = new ArrayList<>();
    List<List<Step>> methods = layout.methods();
    for (int from = 0; from < methods.size(); from += METHODS) {
      int to = Math.min(from + METHODS, methods.size());
      parts.add(define(methods.subList(from, to), vector));
    }
    return parts.toArray(Code[]::new);
  }

  private Code define(List<List<Step>> methods, boolean vector) {
    ClassCode code = new ClassCode(schedule, layout, calls, handedIn, vector);
    byte[] bytes = code.build(methods);
    try {
      return (Code)
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, List.copyOf(code.constants()), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the code that was generated cannot be loaded", e);
    }
  }
}
