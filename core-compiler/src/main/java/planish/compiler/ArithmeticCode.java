package planish.compiler;

import java.lang.classfile.CodeBuilder;

/** Statements on numbers as code, wherever the numbers stand. */
final class ArithmeticCode {
  private final CodeBuilder code;
  private final Values values;

  /** Where a method keeps the values of slots. */
  interface Values {
    /** Pushes the value of a slot. */
    void push(int slot);

    /** Pushes a number that is handed in. */
    void push(Arg.Datum datum);

    /** Takes the value of a slot from the stack. */
    void define(int slot);
  }

  ArithmeticCode(CodeBuilder code, Values values) {
    this.code = code;
    this.values = values;
  }

  void emit(Step.Arithmetic step) {
    switch (step) {
      case Step.Unary s -> {
        push(s.a());
        ScalarCode.unary(code, s.f());
      }
      case Step.Binary s -> {
        push(s.a());
        push(s.b());
        ScalarCode.binary(code, s.f());
      }
      case Step.Fma s -> {
        push(s.a());
        push(s.b());
        push(s.c());
        ScalarCode.fma(code);
      }
      case Step.Select s -> {
        push(s.condition());
        push(s.a());
        push(s.b());
        ScalarCode.select(code);
      }
      case Step.Copy s -> push(s.a());
    }
    values.define(step.out());
  }

  void push(Arg arg) {
    switch (arg) {
      case Arg.Number number -> code.loadConstant(number.value());
      case Arg.Datum datum -> values.push(datum);
      case Arg.Slot slot -> values.push(slot.index());
    }
  }
}
