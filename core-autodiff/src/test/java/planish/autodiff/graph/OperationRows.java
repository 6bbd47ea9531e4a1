package planish.autodiff.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import planish.autodiff.Shape;
import planish.autodiff.program.ScanBodies;
import planish.autodiff.vector.BinaryFunction;
import planish.autodiff.vector.UnaryFunction;

/** The table of operations: one or more rows for each that {@link Op} permits. */
public final class OperationRows {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NaN = Double.NaN;
  private static final Shape SQUARE = Shape.of(2, 2);

  private OperationRows() {}

  /** {@return all rows} */
  public static Stream<OperationRow> all() {
    return Stream.of(unary(), binary(), leaves(), arrays(), sums(), matrices(), control())
        .flatMap(rows -> rows);
  }

  /** {@return what must have a row: the permitted operations, and each elementwise function} */
  public static List<String> required() {
    Stream<String> operations =
        Arrays.stream(Op.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .filter(name -> !name.equals("Unary") && !name.equals("Binary"));
    Stream<String> functions =
        Stream.concat(Arrays.stream(UnaryFunction.values()), Arrays.stream(BinaryFunction.values()))
            .map(Enum::name);
    return Stream.concat(operations, functions).toList();
  }

  /** {@return the operations that an expression is made of, by the names of {@link #required}} */
  public static List<String> within(Expr y) {
    Graph graph = ((NodeRef) y).graph();
    return java.util.stream.IntStream.range(0, graph.size())
        .mapToObj(k -> graph.node(k).op())
        .map(OperationRows::name)
        .toList();
  }

  private static String name(Op op) {
    return switch (op) {
      case Unary(UnaryFunction f) -> f.name();
      case Binary(BinaryFunction f) -> f.name();
      default -> op.getClass().getSimpleName();
    };
  }

  private static double[] at(double... numbers) {
    return numbers;
  }

  private static OperationRow row(String name, int inputs, Function<Expr, Expr> function) {
    return new OperationRow(name, inputs, -2, 2, function);
  }

  /** Values: mpmath 1.4.1, 40 digits. Edges: NaN, infinity, minus infinity, 0. */
  private static OperationRow unary(
      UnaryFunction f, double from, double to, double[] at, double[] values, double[] edges) {
    return new OperationRow(f.name(), 2, from, to, x -> Functions.unary(f, x))
        .value(at, values)
        .edge(at(NaN, INF), at(edges[0], edges[1]))
        .edge(at(-INF, 0), at(edges[2], edges[3]))
        .none(x -> Functions.unary(f, x));
  }

  private static Stream<OperationRow> unary() {
    return Stream.of(
        unary(UnaryFunction.NEGATE, -2, 2, at(-1.3, 0.4), at(1.3, -0.4), at(NaN, -INF, INF, -0.0)),
        unary(UnaryFunction.ABS, 0.2, 2, at(-1.3, 0.4), at(1.3, 0.4), at(NaN, INF, INF, 0)),
        unary(UnaryFunction.SIGN, 0.2, 2, at(-1.3, 0.4), at(-1.0, 1.0), at(NaN, 1, -1, 0)),
        unary(
            UnaryFunction.SQUARE,
            -2,
            2,
            at(-1.3, 0.4),
            at(1.6900000000000002, 0.16000000000000003),
            at(NaN, INF, INF, 0)),
        unary(
            UnaryFunction.RECIPROCAL,
            0.3,
            3,
            at(0.6, 2.7),
            at(1.6666666666666667, 0.37037037037037035),
            at(NaN, 0, -0.0, INF)),
        unary(
            UnaryFunction.SQRT,
            0.3,
            3,
            at(0.6, 2.7),
            at(0.7745966692414834, 1.6431676725154984),
            at(NaN, INF, NaN, 0)),
        unary(
            UnaryFunction.EXP,
            -2,
            2,
            at(-1.3, 0.4),
            at(0.2725317930340126, 1.4918246976412703),
            at(NaN, INF, 0, 1)),
        unary(
            UnaryFunction.EXPM1,
            -2,
            2,
            at(-1.3, 0.4),
            at(-0.7274682069659875, 0.49182469764127035),
            at(NaN, INF, -1, 0)),
        unary(
            UnaryFunction.LOG,
            0.3,
            3,
            at(0.6, 2.7),
            at(-0.5108256237659907, 0.9932517730102834),
            at(NaN, INF, NaN, -INF)),
        unary(
            UnaryFunction.LOG1P,
            0.3,
            3,
            at(0.6, 2.7),
            at(0.4700036292457355, 1.308332819650179),
            at(NaN, INF, NaN, 0)),
        unary(
            UnaryFunction.SIN,
            -2,
            2,
            at(-1.3, 0.4),
            at(-0.963558185417193, 0.3894183423086505),
            at(NaN, NaN, NaN, 0)),
        unary(
            UnaryFunction.COS,
            -2,
            2,
            at(-1.3, 0.4),
            at(0.26749882862458735, 0.9210609940028851),
            at(NaN, NaN, NaN, 1)),
        unary(
            UnaryFunction.TANH,
            -2,
            2,
            at(-1.3, 0.4),
            at(-0.8617231593133063, 0.3799489622552249),
            at(NaN, 1, -1, 0)),
        unary(
            UnaryFunction.INV_LOGIT,
            -2,
            2,
            at(-1.3, 0.4),
            at(0.2141650169574414, 0.598687660112452),
            at(NaN, 1, 0, 0.5)),
        unary(
            UnaryFunction.LOG1P_EXP,
            -2,
            2,
            at(-1.3, 0.4),
            at(0.2410084538329922, 0.9130152523999526),
            at(NaN, INF, 0, 0.6931471805599453)),
        unary(
            UnaryFunction.TAN,
            -1.2,
            1.2,
            at(-0.7, 0.4),
            at(-0.8422883804630794, 0.4227932187381618),
            at(NaN, NaN, NaN, 0)),
        unary(
            UnaryFunction.ASIN,
            -0.8,
            0.8,
            at(-0.7, 0.4),
            at(-0.775397496610753, 0.41151684606748806),
            at(NaN, NaN, NaN, 0)),
        unary(
            UnaryFunction.ACOS,
            -0.8,
            0.8,
            at(-0.7, 0.4),
            at(2.3461938234056494, 1.1592794807274085),
            at(NaN, NaN, NaN, 1.5707963267948966)),
        unary(
            UnaryFunction.ATAN,
            -2,
            2,
            at(-1.3, 0.4),
            at(-0.9151007005533605, 0.3805063771123649),
            at(NaN, 1.5707963267948966, -1.5707963267948966, 0)),
        unary(
            UnaryFunction.SINH,
            -2,
            2,
            at(-1.3, 0.4),
            at(-1.698382437292616, 0.4107523258028155),
            at(NaN, INF, -INF, 0)),
        unary(
            UnaryFunction.COSH,
            -2,
            2,
            at(-1.3, 0.4),
            at(1.9709142303266285, 1.0810723718384547),
            at(NaN, INF, INF, 1)),
        unary(
            UnaryFunction.ASINH,
            -2,
            2,
            at(-1.3, 0.4),
            at(-1.078451058954897, 0.3900353197707153),
            at(NaN, INF, -INF, 0)),
        unary(
            UnaryFunction.ACOSH,
            1.3,
            3,
            at(1.3, 2.7),
            at(0.7564329108569596, 1.650193454979475),
            at(NaN, INF, NaN, NaN)),
        unary(
            UnaryFunction.ATANH,
            -0.8,
            0.8,
            at(-0.7, 0.4),
            at(-0.8673005276940531, 0.42364893019360184),
            at(NaN, NaN, NaN, 0)),
        unary(
            UnaryFunction.LOG_GAMMA,
            0.3,
            3,
            at(0.6, 2.7),
            at(0.39823385806923495, 0.4348205536551047),
            at(NaN, INF, INF, INF)),
        unary(
            UnaryFunction.DIGAMMA,
            0.3,
            3,
            at(0.6, 2.7),
            at(-1.5406192138931905, 0.7967831689911411),
            at(NaN, INF, NaN, -INF)),
        unary(
            UnaryFunction.TRIGAMMA,
            0.5,
            3,
            at(0.6, 2.7),
            at(3.6362096709023577, 0.4472120689183236),
            at(NaN, 0, NaN, INF)),
        unary(
            UnaryFunction.ERF,
            -2,
            2,
            at(-1.3, 0.4),
            at(-0.9340079449406524, 0.42839235504666845),
            at(NaN, 1, -1, 0)),
        unary(
            UnaryFunction.ERFC,
            -2,
            2,
            at(-1.3, 0.4),
            at(1.9340079449406524, 0.5716076449533315),
            at(NaN, 0, 2, 1)),
        unary(
            UnaryFunction.PHI,
            -2,
            2,
            at(-1.3, 0.4),
            at(0.09680048458561033, 0.6554217416103242),
            at(NaN, 1, 0, 0.5)),
        unary(
            UnaryFunction.INV_PHI,
            0.05,
            0.95,
            at(0.2, 0.9),
            at(-0.8416212335729142, 1.2815515655446006),
            at(NaN, NaN, NaN, -INF)),
        unary(
            UnaryFunction.LOG_PHI,
            -2,
            2,
            at(-1.3, 0.4),
            at(-2.3351032786624426, -0.42247637022777607),
            at(NaN, -0.0, -INF, -0.6931471805599453)),
        unary(
            UnaryFunction.INVERSE_MILLS,
            -2,
            2,
            at(-1.3, 0.4),
            at(1.7703278323596512, 0.5618827037969628),
            at(NaN, 0, INF, 0.7978845608028654)));
  }

  private static OperationRow pairs(BinaryFunction f, double from, double to) {
    return new OperationRow(
            f.name(), 4, from, to, x -> Functions.binary(f, x.slice(0, 2), x.slice(2, 4)))
        .none(x -> Functions.binary(f, x, Functions.exp(x)));
  }

  /** Values: by hand, and mpmath 1.4.1 for powers and beta and polygamma functions. */
  private static Stream<OperationRow> binary() {
    return Stream.of(
        pairs(BinaryFunction.ADD, -2, 2)
            .value(at(1, 2, 3, 5), at(4, 7))
            .edge(at(NaN, INF, 1, -INF), at(NaN, NaN)),
        pairs(BinaryFunction.SUBTRACT, -2, 2)
            .value(at(1, 2, 3, 5), at(-2, -3))
            .edge(at(NaN, INF, 1, INF), at(NaN, NaN)),
        pairs(BinaryFunction.MULTIPLY, -2, 2)
            .value(at(1, 2, 3, 5), at(3, 10))
            .edge(at(NaN, INF, 0, 0), at(NaN, NaN)),
        pairs(BinaryFunction.DIVIDE, 0.3, 3)
            .value(at(1.2, 0.7, 0.5, 2.3), at(2.4, 0.30434782608695654))
            .edge(at(1, 0, 0, 0), at(INF, NaN)),
        pairs(BinaryFunction.POW, 0.3, 3)
            .value(at(1.2, 0.7, 0.5, 2.3), at(1.0954451150103321, 0.44027648647741346))
            .edge(at(0, INF, -1, 0.5), at(INF, INF))
            .edge(at(-8, NaN, 0.5, 1), at(NaN, NaN)),
        pairs(BinaryFunction.MINIMUM, -2, 2)
            .value(at(1, 5, 3, 2), at(1, 2))
            .edge(at(NaN, 1, 1, -INF), at(NaN, -INF)),
        pairs(BinaryFunction.MAXIMUM, -2, 2)
            .value(at(1, 5, 3, 2), at(3, 5))
            .edge(at(NaN, 1, 1, -INF), at(NaN, 1)),
        pairs(BinaryFunction.LESS, -2, 2)
            .value(at(1, 5, 3, 2), at(1, 0))
            .edge(at(NaN, -INF, 1, INF), at(0, 1)),
        pairs(BinaryFunction.LESS_OR_EQUAL, -2, 2)
            .value(at(3, 5, 3, 2), at(1, 0))
            .edge(at(NaN, INF, NaN, INF), at(0, 1)),
        pairs(BinaryFunction.EQUAL, -2, 2)
            .value(at(3, 5, 3, 2), at(1, 0))
            .edge(at(NaN, INF, NaN, INF), at(0, 1)),
        pairs(BinaryFunction.LOG_BETA, 0.3, 3)
            .value(at(1.2, 0.7, 0.5, 2.3), at(0.5827985503284501, -0.2780904790686481))
            .edge(at(NaN, 0, 1, 1), at(NaN, INF)),
        new OperationRow(
                "POLYGAMMA",
                2,
                0.7,
                3,
                x -> Functions.binary(BinaryFunction.POLYGAMMA, Expr.vector(2, 3), x))
            .value(at(0.8, 1.7), at(-4.430115708421634, 0.8895620066243164))
            .edge(at(NaN, INF), at(NaN, 0))
            .none(x -> Functions.binary(BinaryFunction.POLYGAMMA, Expr.of(2), x)));
  }

  private static Stream<OperationRow> leaves() {
    return Stream.of(
        row("Input", 2, x -> x)
            .value(at(1, 2), at(1, 2))
            .edge(at(NaN, INF), at(NaN, INF))
            .none(x -> x),
        row("Data", 2, x -> x.times(data(x, 3, -4)))
            .value(at(1, 2), at(3, -8))
            .edge(at(NaN, INF), at(NaN, -INF))
            .none(x -> x.times(data(x))),
        row("RandomDraw", 2, OperationRows::doubled)
            .value(at(1, 2), at(2, 4))
            .edge(at(NaN, INF), at(NaN, INF))
            .none(OperationRows::doubled)
            .withoutDerivative());
  }

  private static Expr data(Expr x, double... values) {
    return ((NodeRef) x).graph().data("data", values, Shape.of(values.length));
  }

  /** A draw that is none: twice what it is drawn with. */
  private static Expr doubled(Expr x) {
    RandomFunction twice = (_, arguments, out) -> Arrays.setAll(out, k -> 2 * arguments[0][k]);
    return ((NodeRef) x).graph().random(twice, x.shape(), List.of(x));
  }

  /** Windows, permutations, repetitions. */
  private static Stream<OperationRow> arrays() {
    return Stream.of(
        row("Select", 3, x -> Functions.select(Expr.vector(1, 0, NaN), x, Functions.exp(x)))
            .value(at(5, 0, 0), at(5, 1, 1))
            .edge(at(NaN, -INF, INF), at(NaN, 0, INF))
            .none(x -> Functions.select(x, x, Functions.exp(x))),
        row("Broadcast", 2, x -> Functions.broadcast(x.reshape(2, 1), Shape.of(2, 2)))
            .value(at(1, 2), at(1, 1, 2, 2))
            .edge(at(NaN, INF), at(NaN, NaN, INF, INF))
            .none(x -> Functions.broadcast(x, Shape.of(3, 0))),
        row("Transpose", 4, x -> Functions.transpose(x.reshape(2, 2)))
            .value(at(1, 2, 3, 4), at(1, 3, 2, 4))
            .edge(at(1, NaN, INF, 4), at(1, INF, NaN, 4))
            .none(x -> Functions.transpose(x.reshape(0, 3))),
        row("Gather", 3, x -> x.gather(2, 0, 2))
            .value(at(1, 2, 3), at(3, 1, 3))
            .edge(at(INF, 0, NaN), at(NaN, INF, NaN))
            .none(x -> x.reshape(0, 1).gather()),
        row("ScatterAdd", 3, x -> Functions.scatterAdd(x, new int[] {3, 0, 3}, SQUARE))
            .value(at(1, 2, 4), at(2, 0, 0, 5))
            .edge(at(INF, NaN, -INF), at(NaN, 0, 0, NaN))
            .none(2, x -> Functions.scatterAdd(x, new int[0], Shape.of(2))),
        row("GatherAt", 3, x -> Functions.gatherAt(x, Expr.vector(2, 0)))
            .value(at(1, 2, 3), at(3, 1))
            .edge(at(INF, NaN, NaN), at(NaN, INF))
            .none(x -> Functions.gatherAt(Functions.concatenate(List.of(x, Expr.vector(7))), x)),
        row("ScatterAddAt", 3, x -> Build.apply(new ScatterAddAt(4), Expr.vector(3, 0, 3), x))
            .value(at(1, 2, 4), at(2, 0, 0, 5))
            .edge(at(INF, NaN, -INF), at(NaN, 0, 0, NaN))
            .none(2, x -> Build.apply(new ScatterAddAt(2), Expr.vector(), x)),
        row("Slice", 4, x -> x.slice(1, 3))
            .value(at(1, 2, 3, 4), at(2, 3))
            .edge(at(0, NaN, INF, 0), at(NaN, INF))
            .none(x -> x.slice(0, 0)),
        row("Pad", 2, x -> Build.apply(new Pad(1, Shape.of(4)), x))
            .value(at(1, 2), at(0, 1, 2, 0))
            .edge(at(NaN, INF), at(0, NaN, INF, 0))
            .none(2, x -> Build.apply(new Pad(1, Shape.of(2)), x)),
        row("Concatenate", 2, x -> Functions.concatenate(List.of(x, x.get(0))))
            .value(at(1, 2), at(1, 2, 1))
            .edge(at(NaN, INF), at(NaN, INF, NaN))
            .none(x -> Functions.concatenate(List.of(x, x))),
        row("Reshape", 4, x -> x.reshape(2, 2))
            .value(at(1, 2, 3, 4), at(1, 2, 3, 4))
            .edge(at(NaN, 2, INF, 4), at(NaN, 2, INF, 4))
            .none(x -> x.reshape(0, 3)));
  }

  private static Stream<OperationRow> sums() {
    return Stream.of(
        row("SumTo", 4, x -> Functions.sumTo(x.reshape(2, 2), Shape.of(2)))
            .value(at(1, 2, 3, 4), at(4, 6))
            .edge(at(NaN, INF, 1, -INF), at(NaN, NaN))
            .none(1, Functions::sum),
        row("OrderedSum", 2, x -> Functions.orderedSum(List.of(x, Functions.square(x), x)))
            .value(at(1, 2), at(3, 8))
            .edge(at(NaN, INF), at(NaN, INF))
            .none(x -> Functions.orderedSum(List.of(x, Functions.exp(x)))),
        // mpmath 1.4.1: log(e + e²).
        row("LogSumExp", 2, Functions::logSumExp)
            .value(at(1, 2), at(2.3132616875182228))
            .edge(at(-INF, 2), at(2))
            .edge(at(INF, 2), at(INF))
            .edge(at(NaN, 2), at(NaN))
            .none(at(-INF), Functions::logSumExp),
        // mpmath 1.3.0: Σ log(1 + exp(x)).
        row("SumLog1pExp", 3, Reductions::sumLog1pExp)
            .value(at(1, -2, 0.5), at(2.4142666827413020114))
            .value(at(-1, 0, 3, 700, -700, 40, -40, 0.25, 1, 2), at(748.3211253380919491))
            .edge(at(-INF, -800, -900), at(0))
            .edge(at(1, INF, -INF), at(INF))
            .edge(at(NaN, INF, 0), at(NaN))
            .none(1, Reductions::sumLog1pExp),
        row("Extreme", 4, x -> Reductions.greatestLast(x.reshape(2, 2), 1))
            .value(at(1, 2, 4, 3), at(2, 4))
            .edge(at(NaN, INF, INF, 1), at(NaN, INF))
            .none(at(-INF), Reductions::greatest),
        row("CumulativeSum", 3, Reductions::cumulativeSum)
            .value(at(1, 2, 4), at(1, 3, 7))
            .edge(at(1, INF, -INF), at(1, INF, NaN))
            .none(Reductions::cumulativeSum),
        row("Dot", 4, x -> Functions.dot(x.slice(0, 2), x.slice(2, 4)))
            .value(at(1, 2, 3, 5), at(13))
            .edge(at(INF, 1, 0, 1), at(NaN))
            .none(1, x -> Functions.dot(x, x)));
  }

  private static Expr square(Expr x) {
    return x.slice(0, 4).reshape(2, 2);
  }

  private static Expr positiveDefinite(Expr x) {
    Expr a = square(x);
    return a.product(Functions.transpose(a)).plus(Functions.diagonalMatrix(Expr.vector(3, 4)));
  }

  /** The first four numbers are the factor, apart from its diagonal, the others its adjoint. */
  private static Expr choleskyAdjoint(Expr x) {
    Expr factor = square(x).plus(Functions.diagonalMatrix(Expr.vector(3, 4)));
    return Build.apply(new CholeskyAdjoint(), factor, x.slice(4, 8).reshape(2, 2));
  }

  private static Stream<OperationRow> matrices() {
    return Stream.of(
        row("VectorMatrix", 6, x -> x.slice(4, 6).product(square(x)))
            .value(at(1, 2, 3, 4, 5, 6), at(23, 34))
            .edge(at(1, NaN, INF, 4, 1, 0), at(NaN, NaN))
            .none(2, x -> x.product(x.reshape(0, 2))),
        row("MatrixVector", 6, x -> square(x).product(x.slice(4, 6)))
            .value(at(1, 2, 3, 4, 5, 6), at(17, 39))
            .edge(at(1, NaN, INF, 4, 1, 1), at(NaN, INF))
            .none(2, x -> x.reshape(2, 0).product(x)),
        row("MatrixProduct", 4, x -> square(x).product(square(x)))
            .value(at(1, 2, 3, 4), at(7, 10, 15, 22))
            .edge(at(NaN, 1, 1, 1), at(NaN, NaN, NaN, 2))
            .none(4, x -> x.reshape(2, 0).product(x.reshape(0, 2))),
        row("Outer", 4, x -> Functions.outer(x.slice(0, 2), x.slice(2, 4)))
            .value(at(1, 2, 3, 5), at(3, 5, 6, 10))
            .edge(at(INF, NaN, 0, 1), at(NaN, INF, NaN, NaN))
            .none(x -> Functions.outer(x, Functions.exp(x))),
        row("Cholesky", 4, x -> Functions.cholesky(positiveDefinite(x)))
            .value(at(1, 0, 1, 2), at(2, 0, 0.5, Math.sqrt(8.75)))
            .none(x -> Functions.cholesky(x.reshape(0, 0))),
        row("CholeskyAdjoint", 8, OperationRows::choleskyAdjoint)
            .value(at(-1, 7, 1, -1, 1, 9, 2, 4), at(1 / 6.0, 1 / 6.0, 1 / 6.0, 2 / 3.0))
            .edge(at(-1, NaN, 1, -1, 1, NaN, 2, 4), at(1 / 6.0, 1 / 6.0, 1 / 6.0, 2 / 3.0))
            .none(x -> Build.apply(new CholeskyAdjoint(), x.reshape(0, 0), x.reshape(0, 0))),
        row(
                "TriangularSolve",
                6,
                x ->
                    Functions.solveLower(
                        square(x).plus(Functions.diagonalMatrix(Expr.vector(4, 4))), x.slice(4, 6)))
            .value(at(-2, 9, 3, -3, 4, 10), at(2, 4))
            .edge(at(-2, NaN, 3, -3, 4, NaN), at(2, NaN))
            .edge(at(-2, 0, 3, -3, INF, 1), at(INF, -INF))
            .none(x -> Functions.solveLower(x.reshape(0, 0), x)),
        row("LowerTriangle", 4, x -> Functions.lowerTriangle(square(x)))
            .value(at(1, 2, 3, 4), at(1, 0, 3, 4))
            .edge(at(INF, NaN, NaN, 4), at(INF, 0, NaN, 4))
            .none(x -> Functions.lowerTriangle(x.reshape(0, 0))),
        row("Diagonal", 4, x -> Functions.diagonal(square(x)))
            .value(at(1, 2, 3, 4), at(1, 4))
            .edge(at(INF, NaN, NaN, NaN), at(INF, NaN))
            .none(x -> Functions.diagonal(x.reshape(0, 0))),
        row("DiagonalMatrix", 2, Functions::diagonalMatrix)
            .value(at(1, 2), at(1, 0, 0, 2))
            .edge(at(NaN, INF), at(NaN, 0, 0, INF))
            .none(Functions::diagonalMatrix));
  }

  private static Stream<OperationRow> control() {
    return Stream.of(
        row("Check", 2, x -> Functions.checked(x, Functions.exp(x), x, "never"))
            .value(at(1, 2), at(1, 2))
            .none(x -> Functions.checked(x, x, x, "never")),
        row("External", 2, x -> Functions.external(new Cube(), x))
            .value(at(2, -3), at(8, -27))
            .edge(at(NaN, -INF), at(NaN, -INF))
            .none(x -> Functions.external(new Cube(), x)),
        row("Scan", 4, OperationRows::scan)
            .value(at(1, 2, 3, 4), at(1, 6, 27))
            .none(1, x -> growth(Expr.vector(0), x.reshape(0, 1), Expr.vector(1))));
  }

  /** s' = s h + x, from the first number over the next two, h the last. */
  private static Expr scan(Expr x) {
    return growth(x.slice(0, 1), x.slice(1, 3).reshape(2, 1), x.slice(3, 4));
  }

  private static Expr growth(Expr first, Expr sequence, Expr shared) {
    return Functions.scan(
        ScanBodies.of(1, 1, 1, (s, read, h) -> s.times(h).plus(read)), first, sequence, shared);
  }

  /** x cubed, as code outside the graph that brings its derivative. */
  private static final class Cube implements ExternalFunction {
    @Override
    public String name() {
      return "cube";
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return operands.getFirst();
    }

    @Override
    public void evaluate(double[][] operands, double[] out) {
      Arrays.setAll(out, k -> operands[0][k] * operands[0][k] * operands[0][k]);
    }

    @Override
    public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
      return List.of(adjoint.times(Functions.square(operands.getFirst()).times(3)));
    }
  }
}
