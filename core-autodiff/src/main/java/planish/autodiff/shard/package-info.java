/** Sums of log densities over shards of the data, which are evaluated side by side. */
package planish.autodiff.shard;
