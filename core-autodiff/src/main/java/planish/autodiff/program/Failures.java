package planish.autodiff.program;

import planish.autodiff.graph.Evaluation;
import planish.autodiff.graph.Place;

/** Turns what an operation says of its failure into a status that speaks of the model. */
final class Failures {
  private Failures() {}

  static Status status(Evaluation.Failure failure, Place origin) {
    Status.Kind kind = failure.outside() ? Status.Kind.GUARD : Status.Kind.CHECK;
    String site = origin.site().isEmpty() ? "" : "site '" + origin.site() + "'";
    String line = origin.line().isEmpty() ? "" : " (" + origin.line() + ")";
    String where = site + line;
    String message = where.isBlank() ? failure.message() : where.strip() + ": " + failure.message();
    return new Status(kind, message, failure.value());
  }
}
