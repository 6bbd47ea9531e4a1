package planish.transforms;

import planish.autodiff.Shape;

/** A transform of each number for itself: shapes stay as they are. */
interface ElementwiseTransform extends Transform {
  @Override
  default int eventRank() {
    return 0;
  }

  @Override
  default Shape unconstrainedShape(Shape constrained) {
    return constrained;
  }
}
