package planish.diagnostics;

import java.util.List;

/** Looks for one kind of trouble. */
@FunctionalInterface
interface Check {
  /** {@return what is found; nothing if there is no such trouble} */
  List<Finding> examine(Evidence evidence);
}
