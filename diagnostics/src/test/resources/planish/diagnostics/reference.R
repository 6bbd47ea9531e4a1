# Makes draws.csv and reference.csv, the reference values of the diagnostics' tests.
# Run in this folder: Rscript reference.R
# A constant column is NA in posterior; it is written as NaN. Chains of two or three draws are left
# out: posterior 1.4.0 takes their halves of one draw for a matrix lying on its side.
suppressMessages(library(posterior))
set.seed(20261122)
ar <- function(n, phi) as.numeric(arima.sim(list(ar = phi), n))
chains <- function(m, f) sapply(seq_len(m), function(chain) f(chain))
cases <- list(
  iid = chains(4, function(c) rnorm(250)),
  correlated = chains(4, function(c) ar(250, 0.9)),
  drifting = chains(4, function(c) rnorm(250) + if (c == 3) seq(-1, 2, length.out = 250) else 0),
  shifted = chains(4, function(c) rnorm(250) + if (c == 1) 1 else 0),
  wider = chains(4, function(c) rnorm(250) * if (c == 2) 3 else 1),
  heavy = chains(4, function(c) rcauchy(250)),
  skewed = chains(4, function(c) exp(2 * ar(250, 0.5))),
  antithetic = chains(4, function(c) ar(250, -0.7)),
  constant = chains(4, function(c) rep(0.1, 250)),
  counts = chains(4, function(c) rpois(250, 3)),
  coins = chains(4, function(c) rbinom(250, 1, 0.3)),
  odd = chains(4, function(c) ar(251, 0.5)),
  single = chains(1, function(c) ar(500, 0.3)),
  slow = chains(2, function(c) ar(1001, 0.995)),
  offset = chains(4, function(c) 1e6 + rnorm(100)),
  stuck = chains(4, function(c) rep(c, 50)),
  short = chains(4, function(c) rnorm(7)),
  eleven = chains(2, function(c) ar(11, 0.5)),
  six = chains(2, function(c) rnorm(6))
)
cases <- lapply(cases, signif, digits = 10)
measures <- list(
  rhat = rhat, rhat_basic = rhat_basic,
  ess_bulk = ess_bulk, ess_tail = ess_tail, ess_mean = ess_mean, ess_sd = ess_sd,
  ess_median = function(x) ess_quantile(x, 0.5),
  ess_q01 = function(x) ess_quantile(x, 0.01), ess_q05 = function(x) ess_quantile(x, 0.05),
  ess_q25 = function(x) ess_quantile(x, 0.25), ess_q95 = function(x) ess_quantile(x, 0.95),
  ess_q100 = function(x) ess_quantile(x, 1),
  mcse_mean = mcse_mean, mcse_sd = mcse_sd,
  mcse_q01 = function(x) mcse_quantile(x, 0.01), mcse_q05 = function(x) mcse_quantile(x, 0.05), mcse_median = function(x) mcse_quantile(x, 0.5),
  mcse_q75 = function(x) mcse_quantile(x, 0.75), mcse_q95 = function(x) mcse_quantile(x, 0.95),
  mean = mean, sd = function(x) sd(as.vector(x)), median = median,
  q05 = function(x) quantile(x, 0.05), q95 = function(x) quantile(x, 0.95)
)
number <- function(x) if (is.na(x)) "NaN" else sub("Inf", "Infinity", sprintf("%.17g", x))
draws <- c()
values <- c(paste0("# ", R.version.string, ", posterior ", packageVersion("posterior")),
            "case,measure,value")
for (case in names(cases)) {
  x <- cases[[case]]
  for (c in seq_len(ncol(x))) {
    draws <- c(draws, paste0(case, ",", paste(sprintf("%.10g", x[, c]), collapse = ",")))
  }
  for (measure in names(measures)) {
    value <- tryCatch(suppressWarnings(unname(measures[[measure]](x))), error = function(e) NA)
    values <- c(values, paste(case, measure, number(value), sep = ","))
  }
}
writeLines(draws, "draws.csv")
writeLines(values, "reference.csv")
