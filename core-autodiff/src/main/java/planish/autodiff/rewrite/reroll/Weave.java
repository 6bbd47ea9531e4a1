package planish.autodiff.rewrite.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Functions;
import planish.autodiff.graph.Graph;
import planish.autodiff.graph.SumTo;
import planish.autodiff.rewrite.basics.Cost;

/** Several statements that were computed as one. */
final class Weave {
  /** So often the first statements are left out, before it is taken that none are alike. */
  private static final int TRIES = 32;

  private final Graph graph;
  private final Template template;
  private final TemplateValues values;
  private final int lanes;
  private final List<Slot> recurrent = new ArrayList<>();
  private int carried;

  private Weave(Graph graph, Template template, int lanes) {
    this.graph = graph;
    this.template = template;
    this.values = new TemplateValues(graph, template);
    this.lanes = lanes;
  }

  /** {@return statements of equal structure as one} */
  static Weave of(Graph graph, Template template) {
    Weave weave = new Weave(graph, template, template.root().lanes().length);
    weave.compute();
    return weave;
  }

  /**
   * {@return the last of these statements as one, each depending on the ones before it; null if
   * there is nothing to gain}
   *
   * @param lanes in order; the first ones are left out where their structure is another
   */
  static Weave ofOrdered(Graph graph, Views views, int[] lanes) {
    int[] rest = lanes;
    for (int tries = 0; tries < TRIES && rest.length >= Template.LEAST; tries++) {
      Template template = Template.ofOrdered(graph, views, rest);
      if (template.misfits() == 0) {
        return template.pays() ? of(graph, template).ifPays() : null;
      }
      rest = Arrays.copyOfRange(rest, template.misfits(), rest.length);
    }
    return null;
  }

  /** Few steps that wait for each other are as fast one by one. */
  private Weave ifPays() {
    return carried > 0 && lanes < Cost.STEPS ? null : this;
  }

  private void compute() {
    SquaresOfRoots.handOn(template);
    for (List<Slot> component : Components.of(template)) {
      if (Components.isRecurrence(component)) {
        Recurrence recurrence = new Recurrence(graph, values, component);
        recurrence.compute();
        component.stream().filter(slot -> slot.kind() == Slot.Kind.APPLIED).forEach(recurrent::add);
        carried += recurrence.stateSize();
      } else {
        values.compute(component.getFirst());
      }
    }
  }

  /** {@return how many statements there are} */
  int count() {
    return lanes;
  }

  /** {@return how many numbers one statement hands on to the next; 0 if none depends on another} */
  int carried() {
    return carried;
  }

  /** {@return the slots that depend on earlier statements and on which later ones depend} */
  List<Slot> recurrent() {
    return recurrent;
  }

  Template template() {
    return template;
  }

  /** {@return what was computed for a slot, for each statement} */
  Expr rows(Slot slot) {
    return new Batch(graph, lanes).fill(values.of(slot), slot.shape());
  }

  /** {@return the values of all statements, along the first axis} */
  Expr rows() {
    return rows(template.root());
  }

  /** {@return the values of all statements, one after the other} */
  Expr flat() {
    Expr rows = rows();
    return Functions.reshape(rows, Shape.of(rows.shape().size()));
  }

  /** {@return the sum of all statements' values, which are scalars} */
  Expr sum() {
    Slot root = template.root();
    boolean sums =
        root.kind() == Slot.Kind.APPLIED
            && root.op() instanceof SumTo
            && root.operands().getFirst().lanes().length == lanes;
    return Functions.sum(sums ? rows(root.operands().getFirst()) : rows());
  }
}
