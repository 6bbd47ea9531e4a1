package planish.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;

class EjmlModuleTest {
  @Test
  void itsClassesLieInOneNamedModule() {
    Module core = DMatrixRMaj.class.getModule();

    assertThat(core.getName()).isEqualTo("planish.ejml");
    assertThat(DecompositionFactory_DDRM.class.getModule()).isSameAs(core);
  }

  @Test
  void everyPackageOfOursIsExported() {
    Module module = DMatrixRMaj.class.getModule();

    assertThat(module.getDescriptor().exports())
        .extracting(exports -> exports.source())
        .containsAll(
            module.getPackages().stream().filter(name -> name.startsWith("org.ejml")).toList());
  }

  @Test
  void aCholeskyFactorIsComputed() {
    DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{4, 2}, {2, 5}});
    var cholesky = DecompositionFactory_DDRM.chol(2, true);

    assertThat(cholesky.decompose(matrix.copy())).isTrue();
    assertThat(cholesky.getT(null).data).containsExactly(2, 0, 1, 2);
  }

  @Test
  void theJarCarriesTheLicenceAndSaysWhoseWorkItIs() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License").contains("Version 2.0");
    assertThat(text("META-INF/NOTICE")).contains("Efficient Java Matrix Library");
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = DMatrixRMaj.class.getModule().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
