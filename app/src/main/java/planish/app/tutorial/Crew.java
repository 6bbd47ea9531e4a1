package planish.app.tutorial;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import planish.app.command.Environment;
import planish.app.command.Kind;
import planish.diagnostics.Draws;

/** Does works on all processors, in the order in which they are given. */
final class Crew implements AutoCloseable {
  private final Environment environment;
  private final WorkProgress progress;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  Crew(Environment environment) {
    this.environment = environment;
    this.progress = new WorkProgress(environment.terminal());
    // Looked for once, here: the registry is not made for several threads.
    environment.registry(Kind.MODEL);
  }

  /**
   * {@return what is made of a work's draws, once they are there; the draws are not kept}
   *
   * @param work what is to be done
   * @param judge makes something small of the draws, on the work's thread
   */
  <T> Future<T> begin(Work work, Function<Draws, T> judge) {
    progress.add(work);
    return threads.submit(() -> judge.apply(work.draws(environment, progress.of(work))));
  }

  /** {@return a result, waited for} */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Prints results in place of the progress line. */
  void print(String text) {
    progress.clear();
    environment.terminal().out().println(text);
    environment.terminal().out().flush();
  }

  /** Stops what is still being done. */
  @Override
  public void close() {
    threads.shutdownNow();
    progress.clear();
  }
}
