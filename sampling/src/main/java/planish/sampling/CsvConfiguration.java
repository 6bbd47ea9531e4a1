package planish.sampling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import planish.kernels.ChainRandom;

/** The head of a CSV file: CmdStan's words where it has one. */
final class CsvConfiguration {
  private static final String MAX_TREE_DEPTH = "max-tree-depth";

  /** CmdStan's names of metrics; its readers look for them. */
  private static final Map<String, String> METRICS =
      Map.of("identity", "unit_e", "diagonal", "diag_e", "dense", "dense_e", "blocks", "dense_e");

  private CsvConfiguration() {}

  /**
   * {@return the lines of the head, in order}
   *
   * @param about how the model was made
   */
  static Map<String, String> of(RunSettings settings, Map<String, String> about) {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("planish_version", version());
    head.put("model", settings.model());
    new TreeMap<>(about).forEach((name, text) -> head.put(Resumption.ABOUT + name, text));
    head.put("method", "sample");
    head.put("num_samples", Long.toString((long) settings.draws() * settings.thin()));
    head.put("num_warmup", Integer.toString(settings.warmup()));
    head.put("save_warmup", settings.saveWarmup() ? "1" : "0");
    head.put("thin", Integer.toString(settings.thin()));
    head.put("num_chains", Integer.toString(settings.chains()));
    head.put("seed", Long.toString(settings.seed()));
    head.put("generator", ChainRandom.ALGORITHM);
    head.putAll(cmdStan(settings));
    put("sampler", settings.sampler(), head);
    put("kernel", settings.kernel(), head);
    put("mass_matrix", settings.massMatrix(), head);
    head.put("init", settings.initial().toString());
    return head;
  }

  /** What CmdStanPy and {@code planish summary} want to know of the kernel, in CmdStan's words. */
  private static Map<String, String> cmdStan(RunSettings settings) {
    Map<String, String> words = new LinkedHashMap<>();
    Part kernel = settings.kernel();
    String depth = kernel.options().get(MAX_TREE_DEPTH);
    words.put("algorithm", depth == null ? algorithm(settings) : "hmc");
    if (depth != null) {
      words.put("engine", kernel.name());
      words.put("max_depth", depthOfDraws(depth));
    }
    String metric = settings.massMatrix().name();
    words.put("metric", METRICS.getOrDefault(metric, metric));
    return words;
  }

  /** A sampler that uses no kernel is the algorithm itself. */
  private static String algorithm(RunSettings settings) {
    return settings.kernel().name().equals("none")
        ? settings.sampler().name()
        : settings.kernel().name();
  }

  /** Of a pair, the first number is that of the warm-up. */
  private static String depthOfDraws(String depth) {
    return depth.substring(depth.indexOf(',') + 1).strip();
  }

  private static void put(String name, Part part, Map<String, String> head) {
    head.put(name, part.name());
    part.options().forEach((option, text) -> head.put(name + "." + option, text));
  }

  /** {@return the version of this module; {@code unknown} outside a module} */
  static String version() {
    var descriptor = Run.class.getModule().getDescriptor();
    return descriptor == null ? "unknown" : descriptor.rawVersion().orElse("unknown");
  }
}
