package planish.app.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import planish.autodiff.graph.Place;
import planish.autodiff.rewrite.Rewrite;
import planish.autodiff.rewrite.Rewrites;
import planish.distributions.Distribution;
import planish.model.Compilation;
import planish.model.Conjugacy;
import planish.model.Site;
import planish.model.Workload;

/** An explanation for programs: everything, whatever people are shown. */
public final class Json {
  private Json() {}

  /**
   * {@return one object}
   *
   * @param code whether the generated code belongs to it
   */
  public static String of(Explanation explanation, boolean code) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("model", explanation.posterior().name());
    all.put("parameters", explanation.posterior().layout().dimension());
    all.put("sites", explanation.trace().sites().stream().map(Json::site).toList());
    all.put(
        "rewrites",
        Rewrites.all().rewrites().stream().map(each -> rewrite(explanation, each)).toList());
    all.put(
        "conjugacies",
        explanation.posterior().conjugacies().stream().map(Json::conjugacy).toList());
    all.put("as_stated", side(explanation.before()));
    all.put("rewritten", side(explanation.after()));
    all.put("data_bytes", explanation.compilation().dataBytes());
    all.put("seconds", seconds(explanation));
    if (code) {
      all.put("code", explanation.compilation().listing());
    }
    return JsonText.of(all);
  }

  private static Map<String, Object> site(Site site) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", site.name());
    object.put("origin", site.origin());
    object.put("role", site.role().name().toLowerCase(Locale.ROOT));
    object.put("distribution", site.distribution().map(Distribution::name).orElse(""));
    List<Integer> shape = new ArrayList<>();
    for (int axis = 0; axis < site.shape().rank(); axis++) {
      shape.add(site.shape().length(axis));
    }
    object.put("shape", shape);
    object.put("line", site.place().line());
    return object;
  }

  private static Map<String, Object> rewrite(Explanation explanation, Rewrite rewrite) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", rewrite.name());
    object.put("summary", rewrite.summary());
    object.put("left_out", !explanation.applied().rewrites().contains(rewrite));
    object.put("did", explanation.done(rewrite.name()).stream().map(Json::done).toList());
    return object;
  }

  private static Map<String, Object> done(Done done) {
    List<Map<String, Object>> places = new ArrayList<>();
    done.places().forEach((place, times) -> places.add(place(place, times)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("what", done.what());
    object.put("places", places);
    return object;
  }

  private static Map<String, Object> place(Place place, int times) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("site", place.site());
    object.put("line", place.line());
    object.put("times", times);
    return object;
  }

  private static Map<String, Object> conjugacy(Conjugacy conjugacy) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("site", conjugacy.site());
    object.put("prior", conjugacy.prior());
    object.put(
        "observations",
        conjugacy.observations().stream().map(Conjugacy.Observation::site).toList());
    object.put("posterior", conjugacy.posterior());
    object.put("each", conjugacy.each());
    return object;
  }

  private static Map<String, Object> side(Side side) {
    Workload work = side.workload();
    Map<String, Object> workspace = new LinkedHashMap<>();
    side.forms().forEach((way, form) -> workspace.put(way.key(), form.workspaceBytes()));
    Map<String, Object> microseconds = new LinkedHashMap<>();
    side.times().forEach((way, time) -> microseconds.put(way.key(), time));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("operations", work.operations());
    object.put("elements", work.elements());
    object.put("estimated_cost", work.cost());
    object.put("microseconds", microseconds);
    object.put("workspace_bytes", workspace);
    object.put("read_bytes", work.readBytes());
    return object;
  }

  private static Map<String, Object> seconds(Explanation explanation) {
    Compilation made = explanation.compilation();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tracing", seconds(made.tracing()));
    object.put("rewriting", seconds(made.rewriting()));
    object.put("gradient_and_layout", seconds(made.layingOut()));
    object.put("code", seconds(explanation.generating()));
    return object;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
