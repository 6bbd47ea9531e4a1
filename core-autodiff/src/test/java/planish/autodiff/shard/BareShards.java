package planish.autodiff.shard;

/**
 * Shards that read and give nothing but how their evaluations end.
 *
 * @param count of the shards
 * @param open evaluates them, for any number of threads
 */
record BareShards(int count, ShardSet.Worker open) implements ShardSet {
  @Override
  public int sharedSize() {
    return 0;
  }

  @Override
  public int ownSize() {
    return 0;
  }

  @Override
  public int workspaceSize() {
    return 0;
  }
}
