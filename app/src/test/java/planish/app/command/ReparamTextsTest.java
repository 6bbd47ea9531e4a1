package planish.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planish.distributions.Distributions.halfNormal;
import static planish.distributions.Distributions.normal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planish.autodiff.graph.Expr;
import planish.model.Model;
import planish.model.Site;
import planish.model.Trace;
import planish.reparam.LocScaleReparam;
import planish.reparam.TransformReparam;
import planish.spi.Registry;
import planish.spi.Services;
import planish.spi.UserException;
import planish.transforms.Transforms;

class ReparamTextsTest {
  private static final Registry<?> KNOWN = Kind.REPARAMETERISATION.find(Services.boot());

  private static final Model MODEL =
      m -> {
        Expr tau = m.sample("tau", halfNormal(1));
        Expr mu = m.sample("mu", normal(0, tau));
        m.sample("betas", normal(mu, tau), 2);
      };

  private static ReparamTexts parse(String... texts) {
    return ReparamTexts.parse(List.of(texts), KNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "betas=loc-scale|0",
        "betas=loc-scale()|0",
        "betas=loc-scale(0.25)|0.25",
        "\" betas = loc-scale( 0.25 ) \"|0.25",
        "betas=loc-scale(centered=1)|1"
      })
  void strategiesHaveOptionsByNameOrPlace(String text, double centered) {
    assertThat(parse(text).rewrites()).containsEntry("betas", new LocScaleReparam(centered));
  }

  @Test
  void aListIsOneCentringForEachElement() {
    assertThat(parse("betas=loc-scale(0 0.5)").rewrites())
        .containsEntry("betas", new LocScaleReparam(0, 0.5));
  }

  @Test
  void aStrategyMayHaveNoOptions() {
    assertThat(parse("betas=transform", "mu=transform()").rewrites())
        .containsEntry("betas", new TransformReparam())
        .containsEntry("mu", new TransformReparam());
  }

  @Test
  void sitesAreRewrittenInOrder() {
    ReparamTexts texts =
        parse("mu=loc-scale(0)", "betas=loc-scale(0.5)", "betas_decentered=loc-scale(0)");
    assertThat(Trace.of(texts.apply(MODEL, Transforms.boot())).latents())
        .extracting(Site::name)
        .containsExactly("tau", "mu_decentered", "betas_decentered_decentered");
    assertThat(parse().apply(MODEL, Transforms.boot())).isSameAs(MODEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "betas|expected SITE=STRATEGY or SITE=STRATEGY(OPTIONS)",
        "betas=|but got 'betas='",
        "=loc-scale(0)|but got '=loc-scale(0)'",
        "betas=loc-scale(0|but got 'betas=loc-scale(0'",
        "betas=loc-scale(0)x|but got 'betas=loc-scale(0)x'",
        "\"\"|but got ''",
        "betas=loc-scal(0)|did you mean 'loc-scale'?",
        "betas=magic|unknown reparameterisation 'magic'; known: loc-scale, transform",
        "betas=transform(1)|reparameterisation 'transform' takes no options, but got '1'",
        "betas=loc-scale(0,1)|reparameterisation 'loc-scale' takes no more options than centered, but got '0,1'",
        "betas=loc-scale(0,centered=1)|'centered' of reparameterisation 'loc-scale' is given twice",
        "betas=loc-scale(centred=0)|did you mean '--centered'?",
        "betas=loc-scale(2)|centered is a number from 0 to 1, but got 2.0",
        "betas=loc-scale(half)|centered is a number from 0 to 1, but got 'half'",
        "betas=loc-scale(NaN)|centered is a number from 0 to 1, but got NaN"
      })
  void whatIsWrongIsTold(String text, String expected) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void sitesThatDoNotFitAreTold() {
    assertThatThrownBy(() -> parse("betas=loc-scale(0)", "betas=loc-scale(1)"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("site 'betas' is given twice");
    assertThatThrownBy(() -> Trace.of(parse("beta=loc-scale(0)").apply(MODEL, Transforms.boot())))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("unknown sampled site 'beta'; did you mean 'betas'?")
        .hasMessageContaining("known: betas, mu, tau");
    assertThatThrownBy(() -> Trace.of(parse("tau=loc-scale(0)").apply(MODEL, Transforms.boot())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot rewrite half-normal")
        .hasMessageContaining("cauchy")
        .hasMessageContaining("normal");
  }
}
