/**
 * Tapes compiled to classes, found as a service. Where the Vector API is not there, to plain loops.
 */
module planish.compiler {
  requires static jdk.incubator.vector;
  requires planish.autodiff;

  provides planish.autodiff.program.ProgramBackend with
      planish.compiler.CompilerBackend;
}
