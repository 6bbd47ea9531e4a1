// alpha ~ normal(0, 2.5), beta_j ~ normal(0, 1), y ~ bernoulli_logit(alpha + x beta).
#include "floors.h"

namespace floors {
namespace {

class Logistic : public Task {
 public:
  Logistic(const double *x, const double *y, std::size_t n, std::size_t p)
      : n_(n), x_(x, n, p), y_(y, n, 1), sums_(p) {}

  // One pass over the data: a block's columns are read twice, the second time from the first cache.
  double at(const double *position, double *gradient) override {
    const std::size_t p = x_.columns();
    const double *beta = position + 1;
    for (std::size_t j = 0; j < p; j++) sums_[j] = all(0);
    Lanes residuals = all(0);
    double logs = 0;
    for (std::size_t b = 0; b < x_.count(); b++) {
      const double *x = x_.block(b);
      const double *y = y_.block(b);
      alignas(64) double eta[Blocks::kRows];
      alignas(64) double r[Blocks::kRows];
      predict(x, position[0], beta, eta);
      const std::size_t rows = b + 1 < x_.count() ? Blocks::kRows : n_ - b * Blocks::kRows;
      // A factor is at most 2, so 64 of them need one logarithm.
      double product = 1, inside = 0;
      if (rows == Blocks::kRows) {
        for (std::size_t i = 0; i < Blocks::kRows; i++) row(eta[i], y[i], r[i], product, inside);
      } else {
        for (std::size_t i = 0; i < rows; i++) row(eta[i], y[i], r[i], product, inside);
        for (std::size_t i = rows; i < Blocks::kRows; i++) r[i] = 0;
      }
      logs += inside - std::log(product);
      Lanes rs[8];
      for (int k = 0; k < 8; k++) {
        rs[k] = load(r + 8 * k);
        residuals += rs[k];
      }
      for (std::size_t j = 0; j < p; j++) {
        const double *column = x + j * Blocks::kRows;
        Lanes a = load(column) * rs[0], c = load(column + 8) * rs[1];
        for (int k = 2; k < 8; k += 2) {
          a += load(column + 8 * k) * rs[k];
          c += load(column + 8 * k + 8) * rs[k + 1];
        }
        sums_[j] += a + c;
      }
    }
    gradient[0] = sum(residuals);
    double value = logs + normal(position[0], 2.5, gradient[0]);
    for (std::size_t j = 0; j < p; j++) {
      gradient[j + 1] = sum(sums_[j]) - beta[j];
      value -= 0.5 * beta[j] * beta[j] + 0.5 * kLogTwoPi;
    }
    return value;
  }

 private:
  static void row(double eta, double y, double &r, double &product, double &inside) {
    const double e = std::exp(-std::fabs(eta));
    product *= 1 + e;
    inside += y * eta - std::fmax(eta, 0.0);
    r = y - (eta >= 0 ? 1.0 : e) / (1 + e);
  }

  void predict(const double *x, double alpha, const double *beta, double *eta) const {
    Lanes sums[8];
    for (int k = 0; k < 8; k++) sums[k] = all(alpha);
    for (std::size_t j = 0; j < x_.columns(); j++) {
      const Lanes b = all(beta[j]);
      for (int k = 0; k < 8; k++) sums[k] += load(x + j * Blocks::kRows + 8 * k) * b;
    }
    for (int k = 0; k < 8; k++) *reinterpret_cast<Unaligned *>(eta + 8 * k) = sums[k];
  }

  std::size_t n_;
  Blocks x_, y_;
  std::vector<Lanes> sums_;
};

}  // namespace

Task *logistic(const double *x, const double *y, std::size_t n, std::size_t p) {
  return new Logistic(x, y, n, p);
}

}  // namespace floors
