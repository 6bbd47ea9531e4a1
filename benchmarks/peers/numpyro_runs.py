"""Times NumPyro's default runs, four chains of 1,000 + 1,000, on the models of planish.benchmarks.

Run by benchmarks/run: python numpyro_runs.py DATA_FOLDER (full|quick)
Prints lines "run numpyro ...", see common.tell_run. The chains run at the same time.
"""
import time

import common

try:
    import numpyro

    numpyro.set_host_device_count(4)
    import jax
    import numpy as np
    from numpyro.infer import MCMC, NUTS

    from numpyro_models import MODELS, arrays
except ImportError as error:
    common.skip("NumPyro", error)


def sample(mcmc, seed, given):
    began = time.perf_counter()
    mcmc.run(jax.random.PRNGKey(seed), given)
    draws = mcmc.get_samples(group_by_chain=True)
    jax.block_until_ready(draws)
    return (time.perf_counter() - began) * 1e3, draws


for name in common.RUNS:
    found = common.data(name)
    if found is not None and name in MODELS:
        given = arrays(found)
        mcmc = MCMC(NUTS(MODELS[name]), num_warmup=1000, num_samples=1000, num_chains=4,
                    progress_bar=False)
        first, draws = sample(mcmc, 1, given)
        times = []
        for seed in range(2, 2 + common.RUN_COUNT):
            took, draws = sample(mcmc, seed, given)
            times.append(took)
        common.tell_run("numpyro", name, first, times, [np.asarray(x) for x in draws.values()])
