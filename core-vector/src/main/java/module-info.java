/** The loops of planish.autodiff on the Vector API, found as a service: users need no flag. */
module planish.vector {
  requires jdk.incubator.vector;
  requires planish.autodiff;

  provides planish.autodiff.vector.VectorBackend with
      planish.vector.VectorApiBackend;
}
