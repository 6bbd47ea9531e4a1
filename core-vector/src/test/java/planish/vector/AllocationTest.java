package planish.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planish.autodiff.vector.Loops;

/** Each in a JVM of its own: what is compiled, and when, depends on all that ran before. */
class AllocationTest {
  /** Interpreted, every byte is one that the code asks for. */
  @Test
  void plainLoopsNeverAllocate() throws IOException, InterruptedException {
    assertThat(Child.run(AllocationProgram.class, "plain", "-Xint"))
        .isEqualTo(Loops.plain().description() + ": " + operations(true));
  }

  /**
   * The JIT is waited for, and inlines none of our methods: whether it does depends on what else it
   * has inlined, and must not decide whether a loop makes objects.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void vectorLoopsAllocateNothingOnceCompiled(int lanes) throws IOException, InterruptedException {
    assumeTrue(lanes <= DoubleVector.SPECIES_PREFERRED.length(), "not in this machine's hardware");
    String said =
        Child.run(
            AllocationProgram.class,
            lanes > 2 ? "vector" : "unmasked",
            "-Xbatch",
            "-Dplanish.vector.lanes=" + lanes,
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=dontinline,planish.vector.*::*");
    assertThat(said).isEqualTo("vector (" + lanes + " lanes): " + operations(lanes > 2));
  }

  private static String operations(boolean masked) {
    Operations operations = new Operations(3);
    return (masked ? operations.names() : operations.unmasked()).size() + " operations";
  }
}
