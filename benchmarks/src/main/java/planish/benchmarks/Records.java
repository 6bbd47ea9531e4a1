package planish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers for programs: nanoseconds, milliseconds and bytes, as CSV and as JSON. */
final class Records {
  private final List<Map<String, String>> records = new ArrayList<>();

  Records(List<Row> rows, Peers peers) {
    rows.forEach(row -> records.add(record(row, peers)));
  }

  private static Map<String, String> record(Row row, Peers peers) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("model", row.subject().name());
    for (Measure measure : Measure.values()) {
      put(record, measure.key(), row.median(measure));
    }
    put(record, "worstFork", row.greatest(Measure.COMPILED));
    put(record, "toFloor", row.ratio(Measure.COMPILED, Measure.FLOOR));
    put(record, "interpretedRatio", row.ratio(Measure.INTERPRETED, Measure.COMPILED));
    put(record, "unrewrittenRatio", row.ratio(Measure.UNREWRITTEN, Measure.COMPILED));
    put(record, "runMilliseconds", row.runTime());
    put(record, "effectivePerSecond", row.effectivePerSecond());
    peers
        .names()
        .forEach(peer -> put(record, peer + "Microseconds", peers.of(peer, row.subject().name())));
    for (String peer : peers.runners()) {
      var run = peers.run(peer, row.subject().name());
      put(record, peer + "FirstRunMilliseconds", run.map(PeerRun::first).orElse(Double.NaN));
      put(record, peer + "RunMilliseconds", run.map(PeerRun::milliseconds).orElse(Double.NaN));
      put(
          record,
          peer + "EffectivePerSecond",
          run.map(PeerRun::effectivePerSecond).orElse(Double.NaN));
    }
    return record;
  }

  private static void put(Map<String, String> record, String key, double value) {
    record.put(key, Double.isNaN(value) ? "" : Double.toString(value));
  }

  /** Writes {@code scoreboard.csv} and {@code scoreboard.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("scoreboard.csv"), csv());
    Files.writeString(folder.resolve("scoreboard.json"), json());
  }

  private String csv() {
    StringBuilder text = new StringBuilder(String.join(",", records.getFirst().keySet()));
    records.forEach(record -> text.append('\n').append(String.join(",", record.values())));
    return text.append('\n').toString();
  }

  private String json() {
    return records.stream()
        .map(record ->
            record.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + value(entry))
                .collect(Collectors.joining(", ", "  {", "}")))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String value(Map.Entry<String, String> entry) {
    return entry.getKey().equals("model")
        ? quoted(entry.getValue())
        : entry.getValue().isEmpty() ? "null" : entry.getValue();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
