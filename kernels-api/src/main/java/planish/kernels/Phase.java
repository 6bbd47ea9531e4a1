package planish.kernels;

/** Which part of a run a transition belongs to. */
public enum Phase {
  /** The tuning may still change; draws are not for inference. */
  WARMUP,
  /** The tuning is fixed. */
  SAMPLING
}
