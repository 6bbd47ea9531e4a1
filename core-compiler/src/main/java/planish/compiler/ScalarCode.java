package planish.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** Operations on the numbers on top of the stack. */
final class ScalarCode {
  private ScalarCode() {}

  static void unary(CodeBuilder code, UnaryFunction f) {
    switch (f) {
      case NEGATE -> code.dneg();
      case ABS -> Names.numbers(code, Names.MATH, "abs", 1);
      case SIGN -> Names.numbers(code, Names.MATH, "signum", 1);
      case SQUARE -> code.dup2().dmul();
      case RECIPROCAL -> reciprocal(code);
      case SQRT -> Names.numbers(code, Names.MATH, "sqrt", 1);
      case EXP -> elementary(code, "exp");
      case EXPM1 -> elementary(code, "expm1");
      case LOG -> elementary(code, "log");
      case LOG1P -> elementary(code, "log1p");
      case SIN -> elementary(code, "sin");
      case COS -> elementary(code, "cos");
      case TANH -> elementary(code, "tanh");
      case INV_LOGIT -> elementary(code, "invLogit");
      case LOG1P_EXP -> elementary(code, "log1pExp");
      default -> other(code, f);
    }
  }

  private static void reciprocal(CodeBuilder code) {
    int x = code.allocateLocal(java.lang.classfile.TypeKind.DOUBLE);
    code.dstore(x).dconst_1().dload(x).ddiv();
  }

  private static void elementary(CodeBuilder code, String name) {
    Names.numbers(code, Names.ELEMENTARY, name, 1);
  }

  /** The argument is on the stack already: the function comes second. */
  private static void other(CodeBuilder code, UnaryFunction f) {
    int x = code.allocateLocal(java.lang.classfile.TypeKind.DOUBLE);
    code.dstore(x)
        .getstatic(Names.UNARY, f.name(), Names.UNARY)
        .dload(x)
        .invokestatic(Names.SUPPORT, "apply", MethodTypeDesc.of(Names.D, Names.UNARY, Names.D));
  }

  static void binary(CodeBuilder code, BinaryFunction f) {
    switch (f) {
      case ADD -> code.dadd();
      case SUBTRACT -> code.dsub();
      case MULTIPLY -> code.dmul();
      case DIVIDE -> code.ddiv();
      case POW -> Names.numbers(code, Names.ELEMENTARY, "pow", 2);
      case MINIMUM -> Names.numbers(code, Names.MATH, "min", 2);
      case MAXIMUM -> Names.numbers(code, Names.MATH, "max", 2);
      case LESS -> Names.numbers(code, Names.SUPPORT, "less", 2);
      case LESS_OR_EQUAL -> Names.numbers(code, Names.SUPPORT, "lessOrEqual", 2);
      case EQUAL -> Names.numbers(code, Names.SUPPORT, "equal", 2);
      case LOG_BETA, POLYGAMMA -> other(code, f);
    }
  }

  private static void other(CodeBuilder code, BinaryFunction f) {
    int a = code.allocateLocal(java.lang.classfile.TypeKind.DOUBLE);
    int b = code.allocateLocal(java.lang.classfile.TypeKind.DOUBLE);
    code.dstore(b)
        .dstore(a)
        .getstatic(Names.BINARY, f.name(), Names.BINARY)
        .dload(a)
        .dload(b)
        .invokestatic(
            Names.SUPPORT, "apply", MethodTypeDesc.of(Names.D, Names.BINARY, Names.D, Names.D));
  }

  static void fma(CodeBuilder code) {
    Names.numbers(code, Names.MATH, "fma", 3);
  }

  static void select(CodeBuilder code) {
    Names.numbers(code, Names.SUPPORT, "select", 3);
  }
}
