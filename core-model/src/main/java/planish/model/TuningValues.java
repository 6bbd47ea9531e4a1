package planish.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.ElementNames;
import planish.autodiff.TunableInputs;
import planish.autodiff.graph.InputKind;

/** The values of the tuning inputs of one trace's programs, in one array that they read. */
final class TuningValues implements TunableInputs {
  private static final double[] NONE = {};

  private final List<Entry> entries;
  private final double[] values;

  private TuningValues(List<Entry> entries, double[] values) {
    this.entries = entries;
    this.values = values;
  }

  /** {@return what a trace begins with} */
  static TuningValues of(Trace trace) {
    List<Entry> entries = new ArrayList<>();
    double[] values = NONE;
    for (Site site : trace.sites(Site.Role.TUNING)) {
      Tunable tunable = site.tunable();
      int offset = values.length;
      entries.add(
          new Entry(
              site.name(),
              site.origin(),
              offset,
              site.shape(),
              tunable.minimum(),
              tunable.maximum()));
      values = Arrays.copyOf(values, offset + tunable.initial().length);
      System.arraycopy(tunable.initial(), 0, values, offset, tunable.initial().length);
    }
    return new TuningValues(List.copyOf(entries), values);
  }

  /** {@return the same values, to be changed apart from these} */
  TuningValues copy() {
    return new TuningValues(entries, values.clone());
  }

  /** {@return a program's inputs at a position, which read the values as they are then} */
  double[][] inputs(double[] position) {
    double[][] inputs = new double[InputKind.values().length][];
    Arrays.fill(inputs, NONE);
    inputs[InputKind.POSITION.ordinal()] = position;
    inputs[InputKind.TUNING.ordinal()] = values;
    return inputs;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public void set(double[] next) {
    if (next.length != values.length) {
      throw new IllegalArgumentException(
          "expected " + values.length + " tuning values, but got " + next.length);
    }
    entries.forEach(entry -> check(entry, next));
    System.arraycopy(next, 0, values, 0, values.length);
  }

  private static void check(Entry entry, double[] next) {
    for (int i = 0; i < entry.shape().size(); i++) {
      double value = next[entry.offset() + i];
      if (!(value >= entry.minimum() && value <= entry.maximum())) {
        throw new IllegalArgumentException(
            "%s must be from %s to %s, but got %s"
                .formatted(
                    ElementNames.of(entry.name(), entry.shape()).get(i),
                    entry.minimum(),
                    entry.maximum(),
                    value));
      }
    }
  }
}
