package planish.compiler;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays that a generated class reads: constants to the compiler, shared, not copied but for
 * small matrices.
 */
final class ClassData {
  private static final DirectMethodHandleDesc AT =
      ConstantDescs.ofConstantBootstrap(
          Names.of(MethodHandles.class),
          "classDataAt",
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int);

  private final List<Object> objects = new ArrayList<>();
  private final Map<Object, Integer> indices = new IdentityHashMap<>();
  private final Map<Operand, MemorySegment> panels = new HashMap<>();

  /** {@return the constant for an array of a type} */
  DynamicConstantDesc<?> of(Object array, ClassDesc type) {
    return DynamicConstantDesc.ofNamed(AT, ConstantDescs.DEFAULT_NAME, type, indexOf(array));
  }

  /** {@return the constant for the panels of a known matrix of some rows, copied once} */
  DynamicConstantDesc<?> panels(Operand matrix, int rows) {
    MemorySegment copy = panels.computeIfAbsent(matrix, m -> Panels.of(m, rows));
    return DynamicConstantDesc.ofNamed(
        AT, ConstantDescs.DEFAULT_NAME, Names.SEGMENT, indexOf(copy));
  }

  private Integer indexOf(Object array) {
    return indices.computeIfAbsent(
        array,
        key -> {
          objects.add(key);
          return objects.size() - 1;
        });
  }

  /** {@return the arrays, by index} */
  List<Object> objects() {
    return objects;
  }
}
