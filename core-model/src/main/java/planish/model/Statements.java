package planish.model;

import java.util.List;
import java.util.regex.Pattern;
import planish.autodiff.Shape;
import planish.autodiff.graph.Place;
import planish.distributions.Distribution;
import planish.distributions.Distributions;
import planish.spi.UserException;
import planish.transforms.Constraint;

/** Makes sites of the statements of a {@link ModelContext}. */
final class Statements {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./-]*");

  private Statements() {}

  static Site plain(Site.Role role, String name, List<Plate> plates) {
    return Site.of(role, checked(name), new Place(name, Lines.here())).withPlates(plates);
  }

  static Site drawn(Site.Role role, String name, Distribution distribution, Plates plates) {
    Site site = plain(role, name, plates.open());
    Shape batch = distribution.batchShape();
    for (Plate plate : site.plates()) {
      batch = inside(plate, batch, site);
    }
    return site.withDistribution(distribution.expand(batch));
  }

  private static Shape inside(Plate plate, Shape batch, Site site) {
    try {
      return Shape.broadcast(batch, plate.shape());
    } catch (IllegalArgumentException e) {
      throw new LocatedException(
          site,
          "its batch shape %s does not fit plate '%s' of size %d on axis %d"
              .formatted(batch, plate.name(), plate.size(), plate.axis()),
          e);
    }
  }

  static Distribution expanded(String name, Distribution distribution, Shape shape) {
    try {
      return distribution.expand(shape);
    } catch (IllegalArgumentException e) {
      Site site = Site.of(Site.Role.SAMPLED, name, new Place(name, Lines.here()));
      throw new LocatedException(
          site,
          "its distribution has batch shape %s, which does not broadcast to %s"
              .formatted(distribution.batchShape(), shape),
          e);
    }
  }

  static Distribution flat(String name, Constraint constraint, Shape shape) {
    int rank = constraint.eventRank();
    if (shape.rank() < rank) {
      throw new LocatedException(
          Site.of(Site.Role.SAMPLED, name, new Place(name, Lines.here())),
          "it is one of the %s, and needs a shape with %d or more axes, but has %s"
              .formatted(constraint.description(), rank, shape));
    }
    Distribution one = Distributions.flat(constraint, shape.last(rank));
    return one.expand(shape.dropLast(rank));
  }

  private static String checked(String name) {
    if (!isPlain(name) && !NAME.matcher(name).matches() || name.endsWith("__")) {
      throw new UserException(
          "'"
              + name
              + "' is not a name for a site: expected a letter, then letters, digits and _ . / -,"
              + " not ending in two underscores");
    }
    return name;
  }

  /** What most names are made of: a loop's program states a name for each of its statements. */
  private static boolean isPlain(String name) {
    for (int k = 0; k < name.length(); k++) {
      char c = name.charAt(k);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      boolean other = c >= '0' && c <= '9' || c == '.' || c == '-' || c == '/';
      if (!letter && (k == 0 || !other)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  static Shape shape(double[][] rows) {
    return Shape.of(rows.length, rows.length == 0 ? 0 : rows[0].length);
  }

  static double[] flat(String name, double[][] rows) {
    int columns = shape(rows).length(1);
    double[] flat = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new UserException(
            "data '%s': rows of one length are expected, but row 1 has %d and row %d has %d"
                .formatted(name, columns, i + 1, rows[i].length));
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return flat;
  }
}
