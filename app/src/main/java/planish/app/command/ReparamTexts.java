package planish.app.command;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planish.model.Handlers;
import planish.model.Model;
import planish.model.Reparam;
import planish.model.ReparamProvider;
import planish.spi.OptionSpec;
import planish.spi.Options;
import planish.spi.Registry;
import planish.spi.UserException;
import planish.transforms.Transforms;

/**
 * Rewrites of sites as the command line gives them: {@code betas=loc-scale(0)}.
 *
 * @param rewrites site to reparameterisation, in the order given
 */
record ReparamTexts(Map<String, Reparam> rewrites) {
  private static final Pattern FORM =
      Pattern.compile("([^=()]+)=([^=()]+)(?:\\(([^()]*)\\))?", Pattern.DOTALL);

  /**
   * {@return the rewrites}
   *
   * @param texts a site, an equals sign, a strategy, and its options in brackets if any: by name or
   *     in their order
   * @param known the reparameterisations
   * @throws UserException if one is not of that form, a strategy or an option is unknown, or a site
   *     is given twice
   */
  static ReparamTexts parse(List<String> texts, Registry<?> known) {
    Map<String, Reparam> rewrites = new LinkedHashMap<>();
    for (String text : texts) {
      Matcher parts = FORM.matcher(text.strip());
      if (!parts.matches()) {
        throw new UserException(
            "option --reparam: expected SITE=STRATEGY or SITE=STRATEGY(OPTIONS), as"
                + " betas=loc-scale(0), but got '"
                + text
                + "'");
      }
      String site = parts.group(1).strip();
      Reparam reparam = reparam(parts.group(2).strip(), parts.group(3), known);
      if (rewrites.put(site, reparam) != null) {
        throw new UserException("option --reparam: site '" + site + "' is given twice");
      }
    }
    return new ReparamTexts(rewrites);
  }

  private static Reparam reparam(String strategy, String options, Registry<?> known) {
    ReparamProvider provider = (ReparamProvider) known.get(strategy);
    String owner = ProviderOptions.owner(Kind.REPARAMETERISATION, provider);
    Map<String, String> given = given(owner, options, provider.options());
    return provider.create(Options.of(owner, provider.options(), given));
  }

  private static Map<String, String> given(String owner, String text, List<OptionSpec> specs) {
    Map<String, String> given = new LinkedHashMap<>();
    if (text == null || text.isBlank()) {
      return given;
    }
    String[] options = text.split(",", -1);
    for (int k = 0; k < options.length; k++) {
      String[] sides = options[k].split("=", 2);
      if (sides.length == 1 && k >= specs.size()) {
        throw new UserException(
            "option --reparam: %s takes %s, but got '%s'"
                .formatted(
                    owner,
                    specs.isEmpty()
                        ? "no options"
                        : "no more options than "
                            + specs.stream().map(OptionSpec::name).collect(joining(", ")),
                    text));
      }
      String name = sides.length == 2 ? sides[0].strip() : specs.get(k).name();
      if (given.put(name, sides[sides.length - 1].strip()) != null) {
        throw new UserException(
            "option --reparam: '%s' of %s is given twice".formatted(name, owner));
      }
    }
    return given;
  }

  /**
   * {@return the model with these rewrites, each seeing the sites that those before it made}
   *
   * @param transforms what the model's sites may need
   */
  Model apply(Model model, Transforms transforms) {
    Model rewritten = model;
    for (Map.Entry<String, Reparam> rewrite : rewrites.entrySet()) {
      rewritten =
          Handlers.reparam(rewritten, Map.of(rewrite.getKey(), rewrite.getValue()), transforms);
    }
    return rewritten;
  }
}
