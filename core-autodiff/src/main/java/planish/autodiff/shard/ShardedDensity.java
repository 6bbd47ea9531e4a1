package planish.autodiff.shard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import planish.autodiff.Shape;
import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Expr;
import planish.autodiff.graph.ExternalFunction;
import planish.autodiff.graph.Functions;
import planish.autodiff.program.Status;
import planish.autodiff.program.TapeSource;
import planish.spi.UserException;

/**
 * The sum of the log densities of shards, each with a graph and a program of its own: value and
 * gradient are computed together, once for each evaluation. Terms are added in the order of the
 * shards, whoever evaluates them, so that the bits are the same on any number of threads.
 *
 * <p>Source: the map-reduce of the Stan User's Guide, chapter "Parallelization".
 */
public final class ShardedDensity implements ExternalFunction {
  private final String name;
  private final List<Shard> shards;
  private final Shape shared;
  private final Shape own;
  private final ShardForm form;
  private final ShardRunner runner;
  private LaidOutShards laidOut;

  private ShardedDensity(
      String name,
      List<Shard> shards,
      Shape shared,
      Shape own,
      ShardForm form,
      ShardRunner runner) {
    this.name = name;
    this.shards = shards;
    this.shared = shared;
    this.own = own;
    this.form = form;
    this.runner = runner;
  }

  /**
   * A sum over shards.
   *
   * @param name for people; empty for shards that they know nothing of, whose failures are told as
   *     those of the whole
   * @param shards in the order of the sum; the position of each is the shared parameters followed
   *     by its own
   * @param shared shape of what all shards read
   * @param own shape of what each shard reads alone; of no elements if there is nothing
   * @param runner who evaluates them
   */
  public ShardedDensity(
      String name, List<Shard> shards, Shape shared, Shape own, ShardRunner runner) {
    this(name, List.copyOf(shards), shared, own, ShardForm.PLAIN, runner);
  }

  /** {@return the same sum, of shards that are rewritten before they are laid out} */
  public ShardedDensity in(ShardForm other) {
    return new ShardedDensity(name, shards, shared, own, other, runner);
  }

  /** {@return whether shards are laid out as they are stated} */
  public boolean isPlain() {
    return form == ShardForm.PLAIN;
  }

  /** {@return the same sum, evaluated by others} */
  public ShardedDensity on(ShardRunner other) {
    return new ShardedDensity(name, shards, shared, own, form, other);
  }

  /**
   * {@return the sum as an expression: a scalar}
   *
   * @param sharedParameters what all shards read
   * @param ownParameters for each shard, along the first axis, what it alone reads
   */
  public Expr apply(Expr sharedParameters, Expr ownParameters) {
    return Functions.external(this, sharedParameters, ownParameters).get(0);
  }

  /** {@return the shards, in order} */
  public List<Shard> shards() {
    return shards;
  }

  /** {@return the shards laid out, to be evaluated by index} */
  public ShardSet set() {
    return laidOut();
  }

  /** {@return the operations of each shard, in order} */
  public List<TapeSource> tapes() {
    return laidOut().tapes();
  }

  /** {@return what one evaluation is estimated to cost, by the shards' form} */
  public double cost() {
    return laidOut().cost();
  }

  /** {@return how many programs the shards have: those of the same structure share one} */
  public int programCount() {
    return laidOut().programCount();
  }

  private synchronized LaidOutShards laidOut() {
    if (laidOut == null) {
      laidOut = LaidOutShards.of(shards, form, shared.size(), own.size());
    }
    return laidOut;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    int all = shards.size() * own.size();
    if (operands.size() != 2 || !operands.get(0).equals(shared) || operands.get(1).size() != all) {
      throw new IllegalArgumentException(
          name + " takes parameters of shape " + shared + " and " + all + " of single shards");
    }
    return Shape.of(1 + shared.size() + all);
  }

  @Override
  public void evaluate(double[][] operands, double[] out) {
    if (open().evaluate(operands, out) != null) {
      Arrays.fill(out, Double.NaN);
    }
  }

  @Override
  public Call open() {
    Sum sum = new Sum(set(), !name.isEmpty(), runner);
    return form == ShardForm.PLAIN && !name.isEmpty() ? new ExplainedSum(shards, sum) : sum;
  }

  @Override
  public List<Expr> pullback(Expr self, List<Expr> operands, Expr adjoint) {
    Expr weight = Functions.onlyElement(adjoint, 0);
    if (weight == null) {
      throw new UserException(
          "the gradient of the shards '%s' cannot be differentiated again".formatted(name));
    }
    List<Expr> adjoints = new ArrayList<>();
    int at = 1;
    for (Expr operand : operands) {
      Shape shape = operand.shape();
      Expr derivative = self.slice(at, at + shape.size());
      adjoints.add(
          Functions.reshape(derivative.times(Functions.reshape(weight, Shape.scalar())), shape));
      at += shape.size();
    }
    return adjoints;
  }

  /** Evaluates for one program. Allocates nothing where all is fine. */
  static final class Sum implements Call {
    private final ShardSet shards;
    private final boolean named;
    private final ShardRunner.Session session;
    private final double[] parameters;
    private final double[][] results;

    Sum(ShardSet shards, boolean named, ShardRunner runner) {
      this.named = named;
      this.shards = shards;
      this.session = runner.open(shards);
      this.parameters = new double[shards.sharedSize() + shards.count() * shards.ownSize()];
      this.results = new double[shards.count()][shards.resultSize()];
    }

    @Override
    public Evaluation.Failure evaluate(double[][] operands, double[] out) {
      int shared = shards.sharedSize();
      System.arraycopy(operands[0], 0, parameters, 0, shared);
      System.arraycopy(operands[1], 0, parameters, shared, parameters.length - shared);
      Status status = session.run(parameters, results);
      if (!status.isFine()) {
        boolean outside = status.kind() == Status.Kind.GUARD;
        return new Evaluation.Failure(outside, told(status), status.value());
      }
      add(out);
      return null;
    }

    private String told(Status status) {
      return named
          ? "shard " + (session.failed() + 1) + " of " + shards.count() + ": " + status.message()
          : status.message();
    }

    private void add(double[] out) {
      int common = 1 + shards.sharedSize();
      int own = shards.ownSize();
      Arrays.fill(out, 0, common, 0);
      for (int k = 0; k < results.length; k++) {
        double[] result = results[k];
        for (int i = 0; i < common; i++) {
          out[i] += result[i];
        }
        System.arraycopy(result, common, out, common + k * own, own);
      }
    }
  }
}
