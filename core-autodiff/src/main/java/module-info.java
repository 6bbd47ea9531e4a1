/** Expressions with shapes, their derivatives, and the tape that evaluates them. */
module planish.autodiff {
  requires transitive planish.spi;
  requires planish.ejml;

  exports planish.autodiff;
  exports planish.autodiff.graph;
  exports planish.autodiff.program;
  exports planish.autodiff.rewrite;
  exports planish.autodiff.shard;
  exports planish.autodiff.vector;

  uses planish.autodiff.program.ProgramBackend;
  uses planish.autodiff.vector.VectorBackend;
}
