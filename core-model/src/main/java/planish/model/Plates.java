package planish.model;

import java.util.ArrayList;
import java.util.List;
import planish.spi.UserException;

/** The plates that are open while a model is run. Belongs to one run and its thread. */
public final class Plates {
  private final List<Plate> open = new ArrayList<>();

  /** No plates. */
  public Plates() {}

  /** {@return the open plates, the outermost first} */
  public List<Plate> open() {
    return List.copyOf(open);
  }

  /** Opens a plate on the last axis that no open plate stands on. */
  Scope open(String name, int size) {
    int axis = -1;
    while (isTaken(axis)) {
      axis--;
    }
    return open(new Plate(name, size, axis));
  }

  Scope open(Plate plate) {
    for (Plate other : open) {
      if (other.name().equals(plate.name()) || other.axis() == plate.axis()) {
        throw new UserException(
            "%s is opened inside %s; plates inside each other have different names and axes"
                .formatted(inWords(plate), inWords(other)));
      }
    }
    open.add(plate);
    return new Scope(this, plate);
  }

  private static String inWords(Plate plate) {
    return "plate '%s' (size %d, axis %d)".formatted(plate.name(), plate.size(), plate.axis());
  }

  private boolean isTaken(int axis) {
    return open.stream().anyMatch(plate -> plate.axis() == axis);
  }

  /** An open plate: closing it ends the plate. */
  public static final class Scope implements AutoCloseable {
    private final Plates plates;
    private final Plate plate;

    private Scope(Plates plates, Plate plate) {
      this.plates = plates;
      this.plate = plate;
    }

    /** {@return the plate} */
    public Plate plate() {
      return plate;
    }

    /** Ends the plate; once more does nothing. */
    @Override
    public void close() {
      plates.open.remove(plate);
    }
  }
}
