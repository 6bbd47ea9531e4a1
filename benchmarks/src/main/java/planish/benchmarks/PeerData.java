package planish.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import planish.autodiff.graph.Data;
import planish.autodiff.graph.Graph;
import planish.model.Trace;

/** Writes the subjects' data as JSON, for other programs. */
final class PeerData {
  private PeerData() {}

  /** Writes a file {@code NAME.json} for each subject, where nothing of an earlier time remains. */
  static void write(Path folder, Arguments arguments) throws IOException {
    Files.createDirectories(folder);
    try (var old = Files.newDirectoryStream(folder, "*.{json,draws}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    for (String name : arguments.subjects()) {
      if (!name.startsWith("rows-")) {
        write(folder.resolve(name + ".json"), Subjects.named(name));
      }
    }
  }

  private static void write(Path file, Subject subject) throws IOException {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    Graph graph = Trace.of(subject.model()).graph();
    for (int k = 0; k < graph.size(); k++) {
      if (graph.node(k).op() instanceof Data data && !data.name().isEmpty()) {
        arrays.put(data.name(), data.values());
      }
    }
    for (var floor : subject.floors()) {
      FloorTask task = floor.get();
      if (task.group().length > 0) {
        arrays.put("group", task.group());
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      String separator = "{";
      for (var entry : arrays.entrySet()) {
        out.write(separator + '"' + entry.getKey() + "\": ");
        write(out, entry.getValue());
        separator = ",\n";
      }
      out.write(arrays.isEmpty() ? "{}\n" : "}\n");
    }
  }

  private static void write(BufferedWriter out, double[] values) throws IOException {
    String separator = "[";
    for (double value : values) {
      out.write(separator + value);
      separator = ", ";
    }
    out.write(values.length == 0 ? "[]" : "]");
  }
}
