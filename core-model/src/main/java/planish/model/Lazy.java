package planish.model;

import java.util.function.Supplier;

/** Something that is made when it is first asked for. Safe for many threads. */
final class Lazy<T> {
  private Supplier<T> maker;
  private T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (made == null) {
      made = maker.get();
      maker = null;
    }
    return made;
  }
}
