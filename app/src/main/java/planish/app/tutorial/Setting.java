package planish.app.tutorial;

import java.util.List;
import java.util.Map;
import planish.model.Reparam;

/**
 * One run of the tutorial.
 *
 * @param id its number: {@code 2a}
 * @param label what it does
 * @param good whether it is a remedy, not the trouble
 * @param model the model's name
 * @param form the model's options
 * @param rewrites sites of the model that are rewritten from outside
 * @param massMatrix the mass matrix's name
 * @param groups the mass matrix's options
 * @param maxTreeDepth of the sampler
 * @param variables those that the tutorial's table has
 */
record Setting(
    String id,
    String label,
    boolean good,
    String model,
    Map<String, String> form,
    Map<String, Reparam> rewrites,
    String massMatrix,
    Map<String, String> groups,
    int maxTreeDepth,
    List<Variable> variables) {
  /** {@return whether exact moments are known} */
  boolean truthKnown() {
    return variables.stream().anyMatch(variable -> variable.truth().known());
  }
}
