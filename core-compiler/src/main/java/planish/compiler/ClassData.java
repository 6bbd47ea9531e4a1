package planish.compiler;

import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The arrays that a generated class reads: constants to the compiler, shared, never copied. */
final class ClassData {
  private static final DirectMethodHandleDesc AT =
      ConstantDescs.ofConstantBootstrap(
          Names.of(MethodHandles.class),
          "classDataAt",
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int);

  private final List<Object> objects = new ArrayList<>();
  private final Map<Object, Integer> indices = new IdentityHashMap<>();

  /** {@return the constant for an array of doubles} */
  DynamicConstantDesc<?> of(double[] array) {
    return DynamicConstantDesc.ofNamed(
        AT, ConstantDescs.DEFAULT_NAME, Names.DOUBLES, indexOf(array));
  }

  /** {@return the constant for an array of indices} */
  DynamicConstantDesc<?> of(int[] array) {
    return DynamicConstantDesc.ofNamed(AT, ConstantDescs.DEFAULT_NAME, Names.INTS, indexOf(array));
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
