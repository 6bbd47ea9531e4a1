package planish.nuts;

/** How the extension of a trajectory ended. */
enum Extension {
  /** All its points were reached, and none of its subtrees turned back on itself. */
  COMPLETE,
  /** A subtree turned back on itself. */
  TURNING,
  /** The energy error of a point was above {@link planish.hmc.Hamiltonian#DIVERGENCE}. */
  DIVERGENT
}
