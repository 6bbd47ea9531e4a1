// alpha ~ normal(0, 10), beta_j ~ normal(0, 10), sigma ~ halfnormal(5), y ~ normal(alpha + x beta, sigma);
// the position holds log(sigma) last.
#include "floors.h"

namespace floors {
namespace {

double priors(const double *position, std::size_t p, double *gradient) {
  double value = halfNormalAtLog(position[p + 1], 5, gradient[p + 1]);
  double squares = 0;
  for (std::size_t j = 0; j <= p; j++) {
    squares += position[j] * position[j];
    gradient[j] -= position[j] * 0.01;
  }
  return value - 0.005 * squares - (p + 1) * (std::log(10.0) + 0.5 * kLogTwoPi);
}

// All observations are read.
class Direct : public Task {
 public:
  Direct(const double *x, const double *y, std::size_t n, std::size_t p)
      : n_(n), x_(x, n, p), y_(y, n, 1), sums_(p) {}

  double at(const double *position, double *gradient) override {
    const std::size_t p = x_.columns();
    const double *beta = position + 1;
    const double precision = std::exp(-2 * position[p + 1]);
    for (std::size_t j = 0; j < p; j++) sums_[j] = all(0);
    Lanes residuals = all(0), squares = all(0);
    for (std::size_t b = 0; b < x_.count(); b++) {
      const double *x = x_.block(b);
      const double *y = y_.block(b);
      Lanes r[8];
      for (int k = 0; k < 8; k++) r[k] = load(y + 8 * k) - all(position[0]);
      for (std::size_t j = 0; j < p; j++) {
        const Lanes c = all(beta[j]);
        for (int k = 0; k < 8; k++) r[k] -= load(x + j * Blocks::kRows + 8 * k) * c;
      }
      if (b + 1 == x_.count()) {
        double *flat = reinterpret_cast<double *>(r);
        for (std::size_t i = n_ - b * Blocks::kRows; i < Blocks::kRows; i++) flat[i] = 0;
      }
      for (int k = 0; k < 8; k++) {
        residuals += r[k];
        squares += r[k] * r[k];
      }
      for (std::size_t j = 0; j < p; j++) {
        const double *column = x + j * Blocks::kRows;
        Lanes a = load(column) * r[0], c = load(column + 8) * r[1];
        for (int k = 2; k < 8; k += 2) {
          a += load(column + 8 * k) * r[k];
          c += load(column + 8 * k + 8) * r[k + 1];
        }
        sums_[j] += a + c;
      }
    }
    const double scaled = sum(squares) * precision;
    gradient[0] = sum(residuals) * precision;
    for (std::size_t j = 0; j < p; j++) gradient[j + 1] = sum(sums_[j]) * precision;
    gradient[p + 1] = scaled - n_;
    return -0.5 * scaled - n_ * (position[p + 1] + 0.5 * kLogTwoPi) + priors(position, p, gradient);
  }

 private:
  std::size_t n_;
  Blocks x_, y_;
  std::vector<Lanes> sums_;
};

// Means and centred cross-products, computed once, stand for the observations.
class Statistics : public Task {
 public:
  Statistics(const double *x, const double *y, std::size_t n, std::size_t p)
      : n_(n), p_(p), meanX_(p), products_(p * p), withY_(p), work_(p) {
    for (std::size_t j = 0; j < p; j++) meanX_[j] = mean(x + j * n);
    meanY_ = mean(y);
    for (std::size_t j = 0; j < p; j++) {
      for (std::size_t k = 0; k < p; k++) {
        products_[j * p + k] = cross(x + j * n, meanX_[j], x + k * n, meanX_[k]);
      }
      withY_[j] = cross(x + j * n, meanX_[j], y, meanY_);
    }
    squaresY_ = cross(y, meanY_, y, meanY_);
  }

  double at(const double *position, double *gradient) override {
    const double *beta = position + 1;
    double *rest = work_.data();  // Sxy - Sxx beta
    for (std::size_t j = 0; j < p_; j++) rest[j] = withY_[j];
    for (std::size_t k = 0; k < p_; k++) {
      const double *column = products_.data() + k * p_;
      const double b = beta[k];
      for (std::size_t j = 0; j < p_; j++) rest[j] -= column[j] * b;
    }
    double shift = meanY_ - position[0], squares = squaresY_;
    for (std::size_t j = 0; j < p_; j++) {
      shift -= meanX_[j] * beta[j];
      squares -= beta[j] * (withY_[j] + rest[j]);
    }
    const double precision = std::exp(-2 * position[p_ + 1]);
    const double scaled = (squares + n_ * shift * shift) * precision;
    gradient[0] = n_ * shift * precision;
    for (std::size_t j = 0; j < p_; j++) {
      gradient[j + 1] = (rest[j] + n_ * shift * meanX_[j]) * precision;
    }
    gradient[p_ + 1] = scaled - n_;
    return -0.5 * scaled - n_ * (position[p_ + 1] + 0.5 * kLogTwoPi) + priors(position, p_, gradient);
  }

 private:
  double mean(const double *a) const {
    double total = 0;
    for (std::size_t i = 0; i < n_; i++) total += a[i];
    return total / n_;
  }

  double cross(const double *a, double meanA, const double *b, double meanB) const {
    double total = 0;
    for (std::size_t i = 0; i < n_; i++) total += (a[i] - meanA) * (b[i] - meanB);
    return total;
  }

  std::size_t n_, p_;
  std::vector<double> meanX_, products_, withY_, work_;
  double meanY_, squaresY_;
};

}  // namespace

Task *linear(const double *x, const double *y, std::size_t n, std::size_t p) {
  return new Direct(x, y, n, p);
}

Task *linearStatistics(const double *x, const double *y, std::size_t n, std::size_t p) {
  return new Statistics(x, y, n, p);
}

}  // namespace floors
