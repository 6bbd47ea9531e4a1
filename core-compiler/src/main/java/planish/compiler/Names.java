package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.Elementary;
import planish.autodiff.vector.SoftplusSum;
import planish.autodiff.vector.UnaryFunction;

/** The names that generated classes use, and the shortest ways to use them. */
final class Names {
  private Names() {}

  static final ClassDesc GENERATED = ClassDesc.of("planish.compiler.Generated");
  static final ClassDesc CODE = of(Code.class);
  static final ClassDesc SUPPORT = of(Support.class);
  static final ClassDesc PLAIN_PRODUCTS = of(PlainProducts.class);
  static final ClassDesc VECTOR_PRODUCTS = ClassDesc.of("planish.compiler.VectorProducts");
  static final ClassDesc PANEL_PRODUCTS = ClassDesc.of("planish.compiler.PanelProducts");
  static final ClassDesc SEGMENT = of(MemorySegment.class);
  static final ClassDesc ELEMENTARY = of(Elementary.class);
  static final ClassDesc SOFTPLUS_SUM = of(SoftplusSum.class);
  static final ClassDesc UNARY = of(UnaryFunction.class);
  static final ClassDesc BINARY = of(BinaryFunction.class);
  static final ClassDesc EVALUATION = of(Evaluation.class);
  static final ClassDesc MATH = of(Math.class);
  static final ClassDesc D = ConstantDescs.CD_double;
  static final ClassDesc I = ConstantDescs.CD_int;
  static final ClassDesc V = ConstantDescs.CD_void;
  static final ClassDesc Z = ConstantDescs.CD_boolean;
  static final ClassDesc DOUBLES = D.arrayType();
  static final ClassDesc INTS = I.arrayType();
  static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  static final ClassDesc ARRAYS = DOUBLES.arrayType();
  static final ClassDesc EVALUATIONS = EVALUATION.arrayType();

  /** A part of an evaluation: workspace, arrays that are handed in, inputs, outputs, calls. */
  static final MethodTypeDesc PART =
      MethodTypeDesc.of(Z, DOUBLES, OBJECTS, ARRAYS, ARRAYS, EVALUATIONS);

  /** Something done in the workspace. */
  static final MethodTypeDesc IN_WORKSPACE = MethodTypeDesc.of(V, DOUBLES, OBJECTS);

  /** A loop over so many elements of the workspace. */
  static final MethodTypeDesc LOOP = MethodTypeDesc.of(V, DOUBLES, OBJECTS, I);

  /** A loop's body over a range. */
  static final MethodTypeDesc OVER_RANGE = MethodTypeDesc.of(V, DOUBLES, OBJECTS, I, I);

  static ClassDesc of(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /** Calls a function of numbers. */
  static void numbers(CodeBuilder code, ClassDesc owner, String name, int arguments) {
    ClassDesc[] types = new ClassDesc[arguments];
    java.util.Arrays.fill(types, D);
    code.invokestatic(owner, name, MethodTypeDesc.of(D, types));
  }

  static void support(CodeBuilder code, String name, ClassDesc result, ClassDesc... arguments) {
    code.invokestatic(SUPPORT, name, MethodTypeDesc.of(result, arguments));
  }

  /** Calls what is done to the lanes of a sum of log(1 + exp(x)): array and place, then others. */
  static void softplus(CodeBuilder code, String name, ClassDesc result, ClassDesc... others) {
    MethodTypeDesc type = MethodTypeDesc.of(result, DOUBLES, I);
    code.invokestatic(SOFTPLUS_SUM, name, type.insertParameterTypes(2, others));
  }
}
