package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Operations on vectors in local variables; each result stands in a new one. */
class VectorCode {
  static final ClassDesc DOUBLES = ClassDesc.of("jdk.incubator.vector.DoubleVector");
  static final ClassDesc LONGS = ClassDesc.of("jdk.incubator.vector.LongVector");
  static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
  private static final ClassDesc BINARY = OPERATORS.nested("Binary");
  private static final ClassDesc LANES = ClassDesc.of("planish.compiler.Lanes");
  private static final ClassDesc LONG = java.lang.constant.ConstantDescs.CD_long;

  final CodeBuilder code;

  VectorCode(CodeBuilder code) {
    this.code = code;
  }

  int keep() {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    return local;
  }

  void pushSpecies() {
    code.getstatic(LANES, "SPECIES", SPECIES);
  }

  /** A vector of one number. */
  int all(double value) {
    pushSpecies();
    code.loadConstant(value);
    return broadcast();
  }

  /** A vector of the number on the stack, above the species. */
  int broadcast() {
    code.invokestatic(DOUBLES, "broadcast", MethodTypeDesc.of(DOUBLES, SPECIES, Names.D));
    return keep();
  }

  private int call(ClassDesc owner, String name, ClassDesc result, ClassDesc... arguments) {
    code.invokevirtual(owner, name, MethodTypeDesc.of(result, arguments));
    return keep();
  }

  private int two(String name, int a, int b) {
    code.aload(a).aload(b);
    return call(DOUBLES, name, DOUBLES, VECTOR);
  }

  private int two(String name, int a, double b) {
    code.aload(a).loadConstant(b);
    return call(DOUBLES, name, DOUBLES, Names.D);
  }

  int add(int a, int b) {
    return two("add", a, b);
  }

  int add(int a, double b) {
    return two("add", a, b);
  }

  int sub(int a, int b) {
    return two("sub", a, b);
  }

  int sub(int a, double b) {
    return two("sub", a, b);
  }

  int mul(int a, int b) {
    return two("mul", a, b);
  }

  int mul(int a, double b) {
    return two("mul", a, b);
  }

  int div(int a, int b) {
    return two("div", a, b);
  }

  int min(int a, int b) {
    return two("min", a, b);
  }

  int max(int a, int b) {
    return two("max", a, b);
  }

  int fma(int a, int b, int c) {
    code.aload(a).aload(b).aload(c);
    return call(DOUBLES, "fma", DOUBLES, VECTOR, VECTOR);
  }

  int fma(int a, double b, double c) {
    code.aload(a).loadConstant(b).loadConstant(c);
    return call(DOUBLES, "fma", DOUBLES, Names.D, Names.D);
  }

  private int one(String name, int a) {
    code.aload(a);
    return call(DOUBLES, name, DOUBLES);
  }

  int neg(int a) {
    return one("neg", a);
  }

  int abs(int a) {
    return one("abs", a);
  }

  int sqrt(int a) {
    return one("sqrt", a);
  }

  /** The mask of a comparison, named as in VectorOperators. */
  int compare(String operator, int a, int b) {
    code.aload(a).getstatic(OPERATORS, operator, COMPARISON).aload(b);
    return call(DOUBLES, "compare", MASK, COMPARISON, VECTOR);
  }

  int compare(String operator, int a, double b) {
    code.aload(a).getstatic(OPERATORS, operator, COMPARISON).loadConstant(b);
    return call(DOUBLES, "compare", MASK, COMPARISON, Names.D);
  }

  /** a, but b where the mask is set. */
  int blend(int a, int b, int mask) {
    code.aload(a).aload(b).aload(mask);
    return call(DOUBLES, "blend", DOUBLES, VECTOR, MASK);
  }

  int blend(int a, double b, int mask) {
    code.aload(a).loadConstant(b).aload(mask);
    return call(DOUBLES, "blend", DOUBLES, Names.D, MASK);
  }

  int bits(int a) {
    code.aload(a);
    return call(DOUBLES, "reinterpretAsLongs", LONGS);
  }

  int doubles(int a) {
    code.aload(a);
    return call(LONGS, "reinterpretAsDoubles", DOUBLES);
  }

  private int longs(String name, int a, long b) {
    code.aload(a).loadConstant(b);
    return call(LONGS, name, LONGS, LONG);
  }

  int addBits(int a, long b) {
    return longs("add", a, b);
  }

  int andBits(int a, long b) {
    return longs("and", a, b);
  }

  int orBits(int a, long b) {
    return longs("or", a, b);
  }

  int orBits(int a, int b) {
    code.aload(a).aload(b);
    return call(LONGS, "or", LONGS, VECTOR);
  }

  int shiftLeft(int a, long b) {
    code.aload(a).getstatic(OPERATORS, "LSHL", BINARY).loadConstant(b);
    return call(LONGS, "lanewise", LONGS, BINARY, LONG);
  }

  int shiftRight(int a, long b) {
    code.aload(a).getstatic(OPERATORS, "LSHR", BINARY).loadConstant(b);
    return call(LONGS, "lanewise", LONGS, BINARY, LONG);
  }

  /** The vector at an index of an array, both on the stack. */
  int load() {
    int at = code.allocateLocal(TypeKind.INT);
    int array = code.allocateLocal(TypeKind.REFERENCE);
    code.istore(at).astore(array);
    pushSpecies();
    code.aload(array).iload(at);
    code.invokestatic(
        DOUBLES, "fromArray", MethodTypeDesc.of(DOUBLES, SPECIES, Names.DOUBLES, Names.I));
    return keep();
  }

  /** Writes a vector into an array. */
  void store(int value, int array, Runnable at) {
    code.aload(value).aload(array);
    at.run();
    code.invokevirtual(DOUBLES, "intoArray", MethodTypeDesc.of(Names.V, Names.DOUBLES, Names.I));
  }
}
