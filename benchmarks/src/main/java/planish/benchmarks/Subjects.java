package planish.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import planish.benchmarks.Subject.Kind;
import planish.benchmarks.models.CountProcess;
import planish.benchmarks.models.Counties;
import planish.benchmarks.models.Linear;
import planish.benchmarks.models.Logistic;
import planish.benchmarks.models.Normals;
import planish.benchmarks.models.Predictors;
import planish.benchmarks.models.Schools;
import planish.benchmarks.models.Series;
import planish.model.Model;

/** All subjects, in the order of the table. */
final class Subjects {
  private static final int FEW = 1_000;
  private static final int MANY = 10_000_000;
  private static final List<Entry> ALL = new ArrayList<>();

  /** A subject that is not made, nor its data, before it is asked for. */
  private record Entry(String name, Supplier<Subject> subject) {}

  private Subjects() {}

  static {
    schools();
    logistic();
    linear();
    counties();
    normals();
    series();
    rows();
  }

  /** {@return the names of those that can be measured here} */
  static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }

  /** {@return where posteriordb is, if the environment says} */
  static Optional<Path> posteriordb() {
    return Optional.ofNullable(System.getenv("PLANISH_POSTERIORDB"))
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  static Subject named(String name) {
    return ALL.stream()
        .filter(entry -> entry.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no subject '" + name + "'"))
        .subject
        .get();
  }

  private static void add(String name, Supplier<Subject> subject) {
    ALL.add(new Entry(name, subject));
  }

  private static void schools() {
    add(
        "schools-centred",
        () ->
            Subject.of(
                "schools-centred", "eight schools, centred", 0.25, "0.65-1.1", Schools.centred()));
    add(
        "schools-noncentred",
        () ->
            Subject.of(
                "schools-noncentred",
                "eight schools, non-centred",
                0.25,
                "0.65-1.1",
                Schools.noncentred()));
  }

  private static void logistic() {
    add("logistic-loop", () -> logistic("loop", "200-320"));
    add("logistic-rows", () -> logistic("rows", "-"));
    add("logistic-vectorised", () -> logistic("vectorised", "35-60"));
  }

  private static Subject logistic(String form, String stan) {
    Predictors data = Predictors.binary(1000, 25);
    return Subject.of(
            "logistic-" + form,
            "logistic regression 1000 x 25, " + form,
            0,
            stan,
            switch (form) {
              case "loop" -> Logistic.loop(data);
              case "rows" -> Logistic.rows(data);
              default -> Logistic.vectorised(data);
            })
        .beside(() -> data.floor("logistic"))
        .measured(form.equals("vectorised") ? Kind.FULL : Kind.GRADIENT);
  }

  private static void linear() {
    add("linear-loop", () -> linear("loop", "124-235"));
    add("linear-vectorised", () -> linear("vectorised", "6-42"));
    add("linear-statistics", () -> linear("statistics", "1.6-3"));
  }

  private static Subject linear(String form, String stan) {
    Predictors data = Predictors.continuous(1000, 25);
    return Subject.of(
            "linear-" + form,
            "normal regression 1000 x 25, " + form,
            1,
            stan,
            switch (form) {
              case "loop" -> Linear.loop(data);
              case "vectorised" -> Linear.vectorised(data);
              default -> Linear.statistics(data);
            })
        .beside(() -> data.floor("linear"), () -> data.floor("linear-statistics"))
        .measured(form.equals("loop") ? Kind.GRADIENT : Kind.FULL);
  }

  private static void counties() {
    add("intercepts-loop", () -> counties("loop", "85-112"));
    add("intercepts-vectorised", () -> counties("vectorised", "52-60"));
  }

  private static Subject counties(String form, String stan) {
    Counties data = new Counties();
    return Subject.of(
            "intercepts-" + form,
            "919 houses in 85 counties, " + form,
            2,
            stan,
            form.equals("loop") ? data.loop() : data.vectorised())
        .beside(() -> data.floor("intercepts"), () -> data.floor("intercepts-statistics"))
        .measured(form.equals("loop") ? Kind.GRADIENT : Kind.FULL);
  }

  private static void normals() {
    add(
        "horseshoe",
        () ->
            Subject.of("horseshoe", "horseshoe 100 x 500", 20, "55-84", Normals.horseshoe())
                .measured(Kind.GRADIENT));
    add("normal-covariance", () -> normal("covariance", "640-835", Normals.covariance()));
    add("normal-factor", () -> normal("factor", "-", Normals.factor()));
    add("normal-precision", () -> normal("precision", "13-16", Normals.precision()));
    add(
        "lognormal-vectorised",
        () ->
            Subject.of(
                "lognormal-vectorised",
                "100,000 lognormal observations",
                1,
                "-",
                Normals.lognormals(100_000)));
    add(
        "lognormal-loop",
        () ->
            Subject.of(
                    "lognormal-loop",
                    "100,000 lognormal observations, loop",
                    1,
                    "-",
                    Normals.lognormalLoop(100_000))
                .measured(Kind.LOOP));
  }

  private static Subject normal(String form, String stan, Model model) {
    return Subject.of("normal-" + form, "normal, 200 dimensions, " + form, 8, stan, model)
        .measured(Kind.GRADIENT);
  }

  private static void series() {
    posteriordb()
        .ifPresent(folder ->
            add(
                "gp-pois-regr",
                () ->
                    Subject.of(
                        "gp-pois-regr", "gp_pois_regr", 3, "5.4-8.9", CountProcess.of(folder))));
    add("arma", () -> Subject.of("arma", "ARMA(1,1), 200 values, loop", 3, "10-11", Series.arma()));
    add(
        "garch",
        () -> Subject.of("garch", "GARCH(1,1), 200 values, loop", 5, "15-23", Series.garch()));
  }

  private static void rows() {
    for (int rows : new int[] {FEW, MANY}) {
      add("rows-logistic-" + rows, () -> rowsOfLogistic(rows));
    }
    for (int rows : new int[] {FEW, MANY}) {
      add("rows-normal-" + rows, () -> rowsOfNormal(rows));
    }
  }

  private static Subject rowsOfLogistic(int rows) {
    Once<Predictors> data = new Once<>(() -> Predictors.binary(rows, 4));
    return Subject.of(
            "rows-logistic-" + rows,
            String.format(Locale.ROOT, "logistic regression, %,d x 4", rows),
            0,
            "-",
            m -> Logistic.vectorised(data.get()).define(m))
        .beside(() -> data.get().floor("logistic"))
        .measured(Kind.ROWS);
  }

  private static Subject rowsOfNormal(int rows) {
    Once<Model> model = new Once<>(() -> Normals.observations(rows));
    return Subject.of(
            "rows-normal-" + rows,
            String.format(Locale.ROOT, "normal, %,d observations", rows),
            0,
            "-",
            m -> model.get().define(m))
        .measured(Kind.ROWS);
  }

  /** A value made when it is first asked for, since it is large; for one thread. */
  private static final class Once<T> {
    private final Supplier<T> maker;
    private T value;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      value = value == null ? maker.get() : value;
      return value;
    }
  }
}
