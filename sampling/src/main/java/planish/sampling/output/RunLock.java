package planish.sampling.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import planish.spi.UserException;

/**
 * Keeps two runs from writing the same files at a time: a file that is locked as long as the run
 * lasts, and gone afterwards. The lock is the operating system's, so it does not outlive a process
 * that is killed.
 */
public final class RunLock implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(RunLock.class);

  private final Path file;
  private final Optional<FileChannel> channel;

  private RunLock(Path file, Optional<FileChannel> channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * {@return the lock of a run; without effect where the file system knows no locks}
   *
   * @param files the run's; their folder is made if it is missing
   * @throws UserException if another run holds it
   */
  public static RunLock take(RunFiles files) {
    Path file = files.folder().resolve("." + files.name() + ".lock");
    try {
      Files.createDirectories(files.folder());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return new RunLock(file, Optional.of(channel));
      }
      channel.close();
    } catch (IOException e) {
      // A folder that cannot be written to is told of by whoever writes to it.
      return new RunLock(file, Optional.empty());
    }
    throw new UserException(
        "another run is writing '%s' in %s: wait for its end, or give another folder or name"
            .formatted(files.name(), files.folder()));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Deletes the file, then lets it go. */
  @Override
  public void close() {
    channel.ifPresent(this::remove);
  }

  private void remove(FileChannel locked) {
    try (locked) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOGGER.debug("{} stays behind, empty", file, e);
    }
  }
}
