package planish.sampling;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planish.autodiff.Shape;
import planish.sampling.json.JsonArrays;
import planish.sampling.json.NamedArray;
import planish.spi.UserException;

/** Where chains begin. */
public sealed interface Initial {
  /**
   * Each unconstrained coordinate uniform in (−radius, radius), tried up to 100 times: Stan's way.
   *
   * @param radius at least 0 and finite; at 0 all chains begin at the origin
   */
  record Uniform(double radius) implements Initial {
    /** Checks the radius. */
    public Uniform {
      if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
        throw new UserException(
            "the radius of starting positions is a number of at least 0, but got " + radius);
      }
    }

    @Override
    public String toString() {
      return "uniform(" + radius + ")";
    }
  }

  /** A draw from the prior for each chain, tried up to 100 times. */
  record Prior() implements Initial {
    @Override
    public String toString() {
      return "prior";
    }
  }

  /**
   * Given values, on the user's scale.
   *
   * @param sites one map for all chains, or one for each
   * @param shaped whether the arrays' shapes were given and must be the sites'; otherwise only the
   *     numbers of elements count
   * @param source where they come from, for messages
   */
  record Values(List<Map<String, NamedArray>> sites, boolean shaped, String source)
      implements Initial {
    /** Copies the maps. */
    public Values {
      sites = sites.stream().map(Map::copyOf).toList();
      if (sites.isEmpty()) {
        throw new UserException(source + ": expected starting values, but there are none");
      }
    }

    @Override
    public String toString() {
      return "values";
    }
  }

  /** {@return each unconstrained coordinate uniform in (−radius, radius)} */
  static Initial uniform(double radius) {
    return new Uniform(radius);
  }

  /** {@return a draw from the prior for each chain} */
  static Initial prior() {
    return new Prior();
  }

  /** {@return the same values for all chains: site name to elements in row-major order} */
  static Initial values(Map<String, double[]> sites) {
    return values(List.of(sites));
  }

  /** {@return values for each chain, in order: site name to elements in row-major order} */
  static Initial values(List<Map<String, double[]>> chains) {
    return new Values(chains.stream().map(Initial::flat).toList(), false, "the starting values");
  }

  /**
   * {@return the values in a JSON file: an object of site name to number or (nested) array for all
   * chains, or an array of such objects, one for each chain}
   *
   * @throws UserException if the file cannot be read or is not of that form
   */
  static Initial file(Path path) {
    return new Values(JsonArrays.readAll(path), true, path.toString());
  }

  private static Map<String, NamedArray> flat(Map<String, double[]> sites) {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    sites.forEach(
        (name, values) -> arrays.put(name, new NamedArray(name, values, Shape.of(values.length))));
    return arrays;
  }
}
