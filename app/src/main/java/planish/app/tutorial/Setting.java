package planish.app.tutorial;

import java.util.List;
import java.util.Map;
import planish.model.Reparam;

/**
 * One run of the tutorial.
 *
 * @param label its number and what it does
 * @param model the model's name
 * @param form the model's options
 * @param rewrites sites of the model that are rewritten from outside
 * @param massMatrix the mass matrix's name
 * @param groups the mass matrix's options
 * @param maxTreeDepth of the sampler
 * @param variables those that the tutorial's table has
 */
record Setting(
    String label,
    String model,
    Map<String, String> form,
    Map<String, Reparam> rewrites,
    String massMatrix,
    Map<String, String> groups,
    int maxTreeDepth,
    List<Variable> variables) {}
