"""Times NumPyro's gradient and leapfrog step in float64 on the models of planish.benchmarks.

Run by benchmarks/run: python numpyro_gradients.py DATA_FOLDER (full|quick)
Prints lines "numpyro-gradient SUBJECT microseconds" (a compiled loop of gradients, each at a position
that depends on the one before) and "numpyro-leapfrog ..." (a chain's time by its leapfrog steps,
compilation and warm-up apart), and a line of versions.
"""
import sys

import common

try:
    import jax
    import jax.numpy as jnp
    import numpyro
    from jax.flatten_util import ravel_pytree
    from numpyro.infer import NUTS
    from numpyro.infer.util import initialize_model

    from numpyro_models import MODELS, arrays
except ImportError as error:
    common.skip("NumPyro", error)


def gradient(model):
    info = initialize_model(jax.random.PRNGKey(1), model)
    start, unravel = ravel_pytree(info.param_info.z)
    both = jax.value_and_grad(lambda flat: info.potential_fn(unravel(flat)))

    @jax.jit
    def many(position, count):
        def step(_, carry):
            _, derivative = both(carry)
            return position + 1e-9 * derivative / (1 + jnp.abs(derivative))

        return jax.lax.fori_loop(0, count, step, position)

    return common.least(lambda count: jax.block_until_ready(many(start, count)))


def leapfrog(model):
    kernel = NUTS(model, max_tree_depth=5)
    state = kernel.init(jax.random.PRNGKey(1), 200, None, (), {})

    @jax.jit
    def run(state, count):
        def step(_, carry):
            state, steps = carry
            state = kernel.sample(state, (), {})
            return state, steps + state.num_steps

        return jax.lax.fori_loop(0, count, step, (state, jnp.array(0)))

    state, _ = jax.block_until_ready(run(state, 200))
    _, steps = jax.block_until_ready(run(state, 5))

    def many(count):
        for _ in range(count):
            jax.block_until_ready(run(state, 5))

    return common.least(many) / int(steps)


for name, stated in MODELS.items():
    found = common.data(name)
    if found is not None:
        given = arrays(found)
        common.tell("numpyro-gradient", name, gradient(lambda: stated(given)))
        common.tell("numpyro-leapfrog", name, leapfrog(lambda: stated(given)))
print("versions", "NumPyro", numpyro.__version__, "jax", jax.__version__, "Python",
      sys.version.split()[0], "float64, least of many slices")
