package planish.sampling.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names of elements for tests. */
final class Runs {
  private Runs() {}

  static List<String> elements(String name, int... lengths) {
    List<String> indices = List.of("");
    for (int length : lengths) {
      List<String> longer = new ArrayList<>();
      for (String index : indices) {
        String head = index.isEmpty() ? "" : index + ",";
        IntStream.rangeClosed(1, length).forEach(k -> longer.add(head + k));
      }
      indices = longer;
    }
    return indices.stream().map(index -> name + "[" + index + "]").toList();
  }
}
