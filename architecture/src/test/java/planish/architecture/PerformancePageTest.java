package planish.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;

/** docs/performance.md tells of every rewrite. */
class PerformancePageTest {
  @Test
  void itsTableHasEachRewriteInItsOrder() throws IOException {
    List<String> names = Rewrites.all().rewrites().stream().map(Rewrite::name).toList();
    Set<String> quoted = names.stream().map(name -> "`" + name + "`").collect(Collectors.toSet());
    List<String> rows =
        Files.readAllLines(House.ROOT.resolve("docs/performance.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|")[1].strip())
            .filter(quoted::contains)
            .map(cell -> cell.replace("`", ""))
            .toList();

    assertThat(rows).as("rows of the rewrites in docs/performance.md").isEqualTo(names);
  }
}
