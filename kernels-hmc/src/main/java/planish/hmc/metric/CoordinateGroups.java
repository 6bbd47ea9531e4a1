package planish.hmc.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import planish.autodiff.ParameterLayout;
import planish.spi.UserException;

/**
 * Groups of coordinates that share a dense block.
 *
 * @param dimension the number of all coordinates
 * @param groups each in ascending order and not empty; no coordinate stands in two
 */
record CoordinateGroups(int dimension, List<int[]> groups) {
  /** A square array has at most 2³¹ elements. */
  private static final int LARGEST = 46_340;

  /** Checks the sizes. */
  CoordinateGroups {
    groups = groups.stream().filter(group -> group.length > 0).toList();
    for (int[] group : groups) {
      if (group.length > LARGEST) {
        throw new UserException(
            "a dense mass matrix has at most "
                + LARGEST
                + " coordinates, but this one would have "
                + group.length
                + ": use 'diagonal', or 'blocks' with smaller groups");
      }
    }
  }

  /** {@return one group of all coordinates} */
  static CoordinateGroups all(int dimension) {
    return new CoordinateGroups(dimension, List.of(IntStream.range(0, dimension).toArray()));
  }

  /**
   * {@return the coordinates of groups of sites}
   *
   * @param names sites by the user's names or those they are sampled by
   * @throws UserException if a site is unknown or stands twice
   */
  static CoordinateGroups of(List<List<String>> names, ParameterLayout layout) {
    String[] owners = new String[layout.dimension()];
    List<int[]> groups = new ArrayList<>();
    for (List<String> group : names) {
      groups.add(claim(group, layout, owners));
    }
    return new CoordinateGroups(layout.dimension(), groups);
  }

  private static int[] claim(List<String> group, ParameterLayout layout, String[] owners) {
    IntStream.Builder claimed = IntStream.builder();
    for (String name : group) {
      for (int coordinate : layout.coordinates(name)) {
        if (owners[coordinate] != null) {
          throw overlap(name, owners[coordinate]);
        }
        owners[coordinate] = name;
        claimed.add(coordinate);
      }
    }
    return claimed.build().sorted().toArray();
  }

  private static UserException overlap(String name, String owner) {
    String what =
        name.equals(owner)
            ? "site '" + name + "' stands in them twice"
            : "'" + owner + "' and '" + name + "' are the same site";
    return new UserException(
        "mass matrix 'blocks': groups overlap: " + what + "; name each site once");
  }

  /** {@return the coordinates that stand in no group} */
  int[] rest() {
    boolean[] grouped = new boolean[dimension];
    groups.forEach(group -> Arrays.stream(group).forEach(i -> grouped[i] = true));
    return IntStream.range(0, dimension).filter(i -> !grouped[i]).toArray();
  }
}
