package planish.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import planish.spi.UserException;

/** Finds the files of a run: one for each chain, {@code NAME_1.csv}, {@code NAME_2.csv}, … */
final class RunFolder {
  private static final Pattern CHAIN = Pattern.compile("(.*)[_-](\\d+)\\.csv");

  private RunFolder() {}

  /**
   * {@return the files, a folder replaced by those in it, in the order of the chains}
   *
   * @throws UserException if there is no such place, or a folder holds no run or several
   */
  static List<Path> files(List<Path> places) {
    return files(places, "");
  }

  /**
   * {@return the same; of several runs in a folder, those of that one}
   *
   * @param name of a run
   */
  static List<Path> files(List<Path> places, String name) {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        files.addAll(in(place, name));
      } else if (Files.exists(place)) {
        files.add(place);
      } else {
        throw new UserException(
            "there is no file or folder '" + place + "'; expected a run's folder or its CSV files");
      }
    }
    return files;
  }

  private static List<Path> in(Path folder, String wanted) {
    SortedMap<String, SortedMap<Long, Path>> runs = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher matcher = CHAIN.matcher(file.getFileName().toString());
        if (matcher.matches() && matcher.group(2).length() < 18) {
          runs.computeIfAbsent(matcher.group(1), name -> new TreeMap<>())
              .put(Long.parseLong(matcher.group(2)), file);
        }
      }
    } catch (IOException e) {
      throw new UserException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
    if (runs.size() > 1 && runs.containsKey(wanted)) {
      runs.keySet().retainAll(List.of(wanted));
    }
    if (runs.size() != 1) {
      throw new UserException(wrongNumber(folder, runs));
    }
    return List.copyOf(runs.values().iterator().next().values());
  }

  private static String wrongNumber(Path folder, SortedMap<String, SortedMap<Long, Path>> runs) {
    return runs.isEmpty()
        ? "the folder " + folder + " holds no run; expected files such as MODEL_1.csv"
        : "the folder %s holds several runs (%s); name the files of one: %s/%s_*.csv"
            .formatted(folder, String.join(", ", runs.keySet()), folder, runs.firstKey());
  }
}
