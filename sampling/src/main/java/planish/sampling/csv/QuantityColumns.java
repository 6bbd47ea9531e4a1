package planish.sampling.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planish.diagnostics.Quantity;
import planish.spi.UserException;

/** Arrays rebuilt from the names of their elements: {@code L.2.1} is row 2, column 1 of L. */
final class QuantityColumns {
  private static final Pattern ELEMENT = Pattern.compile("(.+?)((?:\\.[1-9]\\d{0,8})+)");

  /** One column: its place in the file and its subscripts, from 0. */
  private record Element(int column, int[] subscripts) {}

  private final Path path;
  private final List<Quantity> quantities = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  /** The quantities among the columns from a place on. */
  QuantityColumns(Path path, List<String> names, int from) {
    this.path = path;
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    for (int k = from; k < names.size(); k++) {
      Matcher element = ELEMENT.matcher(names.get(k));
      boolean inArray = element.matches();
      String name = inArray ? element.group(1) : names.get(k);
      int[] subscripts = inArray ? subscripts(element.group(2)) : new int[0];
      groups.computeIfAbsent(name, key -> new ArrayList<>()).add(new Element(k, subscripts));
    }
    groups.forEach(this::add);
  }

  /** {@return whether a name is that of an array's element} */
  static boolean isElement(String name) {
    return ELEMENT.matcher(name).matches();
  }

  private static int[] subscripts(String dotted) {
    return Arrays.stream(dotted.substring(1).split("\\."))
        .mapToInt(index -> Integer.parseInt(index) - 1)
        .toArray();
  }

  private void add(String name, List<Element> elements) {
    int[] lengths = lengths(name, elements);
    int size = elements.size();
    int[] places = new int[size];
    for (Element element : elements) {
      places[ColumnMajor.rowMajor(element.subscripts(), lengths)] = element.column();
    }
    List<String> names =
        IntStream.range(0, size).mapToObj(k -> elementName(name, k, lengths)).toList();
    List<Integer> shape = Arrays.stream(lengths).boxed().toList();
    quantities.add(new Quantity(name, shape, columns.size(), names));
    Arrays.stream(places).forEach(columns::add);
  }

  private int[] lengths(String name, List<Element> elements) {
    int[] lengths = elements.getFirst().subscripts().clone();
    for (Element element : elements) {
      if (element.subscripts().length != lengths.length) {
        throw new UserException(
            path
                + ": the columns of '"
                + name
                + "' have different numbers of indices; expected one array");
      }
      for (int axis = 0; axis < lengths.length; axis++) {
        lengths[axis] = Math.max(lengths[axis], element.subscripts()[axis]);
      }
    }
    long size = 1;
    for (int axis = 0; axis < lengths.length; axis++) {
      lengths[axis]++;
      size = Math.min(Integer.MAX_VALUE, size * lengths[axis]);
    }
    if (size != elements.size()) {
      throw incomplete(name, lengths, elements.size());
    }
    return lengths;
  }

  private UserException incomplete(String name, int[] lengths, int found) {
    return new UserException(
        path
            + ": expected all elements of '"
            + name
            + "', an array of shape "
            + Arrays.toString(lengths)
            + " by its largest indices, but found "
            + found
            + " columns of it; was a column taken out?");
  }

  private static String elementName(String name, int k, int[] lengths) {
    return lengths.length == 0
        ? name
        : Arrays.stream(ColumnMajor.rowMajorSubscripts(k, lengths))
            .mapToObj(index -> Integer.toString(index + 1))
            .collect(Collectors.joining(",", name + "[", "]"));
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /** {@return for each element of a draw, its column in the file} */
  List<Integer> columns() {
    return columns;
  }
}
