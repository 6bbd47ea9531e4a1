package planish.sampling.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import planish.spi.OutputException;
import planish.spi.UserException;
import tools.jackson.core.JacksonException;

/**
 * The files of one run: {@code NAME_1.csv} and {@code NAME_1.state.json}, and so on for each chain.
 *
 * @param folder where they stand
 * @param name what they are called
 */
public record RunFiles(Path folder, String name) {
  private static final Pattern GOOD_NAME = Pattern.compile("[^/\\\\\\x00]+");

  /** Checks the name. */
  public RunFiles {
    if (!GOOD_NAME.matcher(name).matches()) {
      throw new UserException("'" + name + "' cannot be part of a file's name: give another name");
    }
  }

  /** {@return the CSV file of a chain, from 0} */
  public Path csv(int chain) {
    return folder.resolve(name + "_" + (chain + 1) + ".csv");
  }

  /** {@return the side file of a chain, from 0} */
  public Path state(int chain) {
    return folder.resolve(name + "_" + (chain + 1) + ".state.json");
  }

  /**
   * Makes the folder and sees that no earlier run is lost.
   *
   * @param overwrite whether an earlier run's files are removed
   * @throws UserException if they are there and must not be, or the folder cannot be made
   */
  public void prepare(boolean overwrite) {
    try {
      Files.createDirectories(folder);
      List<Path> earlier = existing();
      if (!earlier.isEmpty() && !overwrite) {
        throw new UserException(
            earlier.getFirst()
                + " is there already: a run is not overwritten unasked. Go on with it (--resume),"
                + " write to another folder (--output), or replace it (--overwrite)");
      }
      for (Path file : earlier) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw unwritable("be used as an output folder", folder, e);
    }
  }

  /** {@return the files of an earlier run of this name; devices and links to them do not count} */
  private List<Path> existing() throws IOException {
    Pattern ours = Pattern.compile(Pattern.quote(name) + "_\\d+\\.(csv|state\\.json)");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ours.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * {@return what the side files hold, by chain from 0}
   *
   * @throws UserException if one cannot be read or is damaged
   */
  public Map<Integer, SavedChain> saved() {
    Map<Integer, SavedChain> saved = new TreeMap<>();
    Pattern side = Pattern.compile(Pattern.quote(name) + "_(\\d+)\\.state\\.json");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher matcher = side.matcher(file.getFileName().toString());
        if (matcher.matches()) {
          saved.put(Integer.parseInt(matcher.group(1)) - 1, read(file));
        }
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    return saved;
  }

  private static SavedChain read(Path file) {
    try {
      return StateJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (JacksonException e) {
      throw damaged(file, e.getOriginalMessage(), e);
    } catch (NumberFormatException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  private static UserException damaged(Path file, String why, Exception cause) {
    return new UserException(
        file
            + " is not a side file of a run, or is damaged: "
            + why
            + ". Put the file back, or begin a new run in another folder",
        cause);
  }

  /** Writes a side file as a whole or not at all. */
  void save(int chain, SavedChain saved) {
    Path file = state(chain);
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      StateJson.write(saved, text);
      Files.write(fresh, text.toByteArray());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable("be written; what was written before is kept", file, e);
    }
  }

  /** Deletes the CSV file of a chain that failed before its first transition: it holds nothing. */
  void delete(int chain) {
    try {
      Files.deleteIfExists(csv(chain));
    } catch (IOException e) {
      throw unwritable("be deleted", csv(chain), e);
    }
  }

  private static UserException unreadable(Path file, IOException e) {
    return new UserException(file + " cannot be read: " + reason(e), e);
  }

  /** {@return an error that names the file and the reason} */
  static OutputException unwritable(String what, Path file, IOException e) {
    return new OutputException(file + " cannot " + what + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "there is no such file or folder";
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.FileAlreadyExistsException _ -> "there is a file of that name";
      case java.nio.file.FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage();
    };
  }
}
