package planish.autodiff;

import java.util.List;
import java.util.stream.IntStream;
import planish.spi.Spelling;
import planish.spi.UserException;

/**
 * How a position is divided into sites.
 *
 * @param blocks one for each sampled site, in order, without gaps
 */
public record ParameterLayout(List<Block> blocks) {
  /** Checks that the blocks follow each other without gaps. */
  public ParameterLayout {
    blocks = List.copyOf(blocks);
    int offset = 0;
    for (Block block : blocks) {
      if (block.offset() != offset) {
        throw new IllegalArgumentException(
            "block '" + block.name() + "' starts at " + block.offset() + ", expected " + offset);
      }
      offset += block.unconstrained().size();
    }
  }

  /** {@return one block of the given size, for densities without sites} */
  public static ParameterLayout single(String name, int dimension) {
    Shape shape = Shape.of(dimension);
    return new ParameterLayout(List.of(new Block(name, name, 0, shape, shape)));
  }

  /** {@return the number of coordinates} */
  public int dimension() {
    return blocks.stream().mapToInt(block -> block.unconstrained().size()).sum();
  }

  /**
   * {@return the coordinates of all blocks of that name, or whose origin has that name}
   *
   * @throws UserException if there is none; the message lists the names
   */
  public int[] coordinates(String name) {
    int[] found =
        blocks.stream()
            .filter(block -> block.name().equals(name) || block.origin().equals(name))
            .flatMapToInt(ParameterLayout::range)
            .toArray();
    if (found.length == 0 && blocks.stream().noneMatch(block -> block.name().equals(name))) {
      throw new UserException(
          Spelling.unknown(
              "site",
              name,
              blocks.stream()
                  .flatMap(b -> java.util.stream.Stream.of(b.name(), b.origin()))
                  .distinct()));
    }
    return found;
  }

  /** {@return a name for each coordinate: {@code mu}, {@code theta[1]}, {@code L[2,1]}} */
  public List<String> coordinateNames() {
    return blocks.stream()
        .flatMap(block -> ElementNames.of(block.name(), block.unconstrained()).stream())
        .toList();
  }

  private static IntStream range(Block block) {
    return IntStream.range(block.offset(), block.offset() + block.unconstrained().size());
  }
}
