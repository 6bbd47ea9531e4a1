package planish.kernels;

/** Something that can be written down and read back, so that a run goes on with the same bits. */
public interface Snapshot {
  /** Writes everything that what follows depends on. */
  void save(StateWriter out);

  /** Takes over what was written; what was here before is gone. */
  void restore(StateReader in);
}
