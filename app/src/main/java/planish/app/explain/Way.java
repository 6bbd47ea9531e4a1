package planish.app.explain;

import java.util.ArrayList;
import java.util.List;
import planish.autodiff.program.CompilerMode;
import planish.autodiff.program.Programs;

/** A way to run a density; all give the same bits. */
enum Way {
  INTERPRETED(CompilerMode.OFF, "interpreted"),
  PLAIN(CompilerMode.PLAIN, "compiled_plain_loops"),
  VECTOR(CompilerMode.VECTOR, "compiled_vector_loops");

  private final CompilerMode mode;
  private final String key;

  Way(CompilerMode mode, String key) {
    this.mode = mode;
    this.key = key;
  }

  CompilerMode mode() {
    return mode;
  }

  /** {@return what it is called in JSON} */
  String key() {
    return key;
  }

  /** {@return those that this runtime has, in order} */
  static List<Way> present() {
    List<Way> present = new ArrayList<>(List.of(INTERPRETED));
    if (Programs.areCompiled()) {
      present.add(PLAIN);
      if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
        present.add(VECTOR);
      }
    }
    return present;
  }
}
