/** Draws, and what can be said of them: R-hat, effective sample sizes, Monte Carlo errors. */
module planish.diagnostics {
  exports planish.diagnostics;
}
