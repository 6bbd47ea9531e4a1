package planish.autodiff.rewrite.statistics;

import static planish.autodiff.graph.Functions.gatherFlat;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import planish.autodiff.Shape;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.Indices;
import planish.autodiff.graph.KnownValues;
import planish.autodiff.rewrite.basics.KnownSums;
import planish.autodiff.rewrite.gather.Groups;
import planish.autodiff.rewrite.gather.Pairs;

/**
 * What each row of a sum is multiplied by: a known number of its own, a parameter that is the same
 * for all rows, and one that is the same for all rows of a group.
 *
 * @param known a vector with a number for each row, or a scalar
 * @param scalar a parameter; the constant 1 where there is none
 * @param groups a vector of parameters, one for each group; null where there is none
 * @param index the group of each row; null where there is none
 */
record RowFactor(Expr known, Expr scalar, Expr groups, Indices index) {
  private static final Expr ONE_NUMBER = Expr.of(1);

  /** Nothing. */
  static final RowFactor ONE = new RowFactor(ONE_NUMBER, ONE_NUMBER, null, null);

  RowFactor negated() {
    return new RowFactor(known.negate(), scalar, groups, index);
  }

  /** {@return times a known scalar or vector} */
  RowFactor times(Expr factor) {
    return new RowFactor(known.times(factor), scalar, groups, index);
  }

  /** {@return over a known scalar or vector} */
  RowFactor over(Expr divisor) {
    return new RowFactor(known.dividedBy(divisor), scalar, groups, index);
  }

  RowFactor timesScalar(Expr factor) {
    return new RowFactor(known, scalar.times(factor), groups, index);
  }

  RowFactor overScalar(Expr divisor) {
    return new RowFactor(known, scalar.dividedBy(divisor), groups, index);
  }

  /** {@return times the groups' parameters; null if there would be too many groups} */
  RowFactor timesGroups(Groups other) {
    return index == null ? with(other.values(), other.index()) : together(other, Expr::times);
  }

  /** {@return over the groups' parameters; null if there would be too many groups} */
  RowFactor overGroups(Groups other) {
    return index == null
        ? with(ONE_NUMBER.dividedBy(other.values()), other.index())
        : together(other, Expr::dividedBy);
  }

  private RowFactor together(Groups other, BinaryOperator<Expr> operation) {
    if (index.equals(other.index()) && groups.shape().equals(other.values().shape())) {
      return with(operation.apply(groups, other.values()), index);
    }
    Pairs pairs = Pairs.of(index, other.index());
    return pairs == null
        ? null
        : with(
            operation.apply(pairs.ofFirst(groups), pairs.ofSecond(other.values())), pairs.index());
  }

  private RowFactor with(Expr values, Indices of) {
    return new RowFactor(known, scalar, values, of);
  }

  /** {@return the product of two; null if there would be too many groups} */
  RowFactor times(RowFactor other) {
    RowFactor both =
        new RowFactor(known.times(other.known), scalar.times(other.scalar), groups, index);
    return other.groups == null ? both : both.timesGroups(new Groups(other.groups, other.index));
  }

  int groupCount() {
    return groups == null ? 0 : groups.shape().size();
  }

  /** {@return whether it is the same for all rows} */
  boolean uniform() {
    return groups == null && known.shape().isScalar();
  }

  /**
   * {@return the sum over these rows; null if a number, or a sum of them, is not finite}
   *
   * @param rows which, or null for all
   * @param n the number of all rows
   */
  Expr sum(KnownValues values, int[] rows, int n) {
    double[] d = values.finite(known);
    if (d == null) {
      return null;
    }
    if (groups != null) {
      return sumOfGroups(d, rows, n);
    }
    double sum = KnownSums.over(d, rows, n);
    return Math.abs(sum) <= Double.MAX_VALUE ? Expr.of(sum).times(scalar) : null;
  }

  /** Groups without rows are left out: an infinite value of theirs must not meet a zero. */
  private Expr sumOfGroups(double[] d, int[] rows, int n) {
    int count = groups.shape().size();
    double[] sums = KnownSums.byGroup(d, rows, n, index.values(), count);
    int[] present = KnownSums.present(rows, n, index.values(), count);
    double[] kept = Arrays.stream(present).mapToDouble(k -> sums[k]).toArray();
    if (!KnownValues.allFinite(kept)) {
      return null;
    }
    Expr taken =
        present.length == count ? groups : gatherFlat(groups, present, Shape.of(present.length));
    Expr sum =
        KnownSums.allEqual(kept)
            ? taken.sum().times(kept.length == 0 ? 0 : kept[0])
            : planish.autodiff.graph.Functions.dot(taken, Expr.vector(kept));
    return sum.times(scalar);
  }
}
