// mu ~ normal(0, 10), tau ~ halfnormal(1), z_k ~ normal(0, 1), beta ~ normal(0, 10), sigma ~ halfnormal(1),
// y_i ~ normal(mu + tau z_g(i) + beta x_i, sigma); the position is mu, log(tau), z, beta, log(sigma).
#include "floors.h"

namespace floors {
namespace {

class Intercepts : public Task {
 public:
  Intercepts(std::size_t n, std::size_t groups) : n_(n), groups_(groups), byGroup_(groups) {}

  double at(const double *position, double *gradient) override {
    const double mu = position[0], tau = std::exp(position[1]);
    const double *z = position + 2;
    const double beta = position[groups_ + 2], logSigma = position[groups_ + 3];
    const double precision = std::exp(-2 * logSigma);
    double squares = 0, withX = 0;
    residuals(mu, tau, z, beta, squares, withX);
    double total = 0, withZ = 0, priorZ = 0;
    for (std::size_t k = 0; k < groups_; k++) {
      total += byGroup_[k];
      withZ += byGroup_[k] * z[k];
      priorZ += z[k] * z[k];
      gradient[k + 2] = byGroup_[k] * tau * precision - z[k];
    }
    gradient[0] = total * precision;
    gradient[1] = withZ * tau * precision;
    gradient[groups_ + 2] = withX * precision;
    gradient[groups_ + 3] = squares * precision - n_;
    double value = -0.5 * squares * precision - n_ * (logSigma + 0.5 * kLogTwoPi);
    value += normal(mu, 10, gradient[0]) + halfNormalAtLog(position[1], 1, gradient[1]);
    value += normal(beta, 10, gradient[groups_ + 2]);
    value += halfNormalAtLog(logSigma, 1, gradient[groups_ + 3]);
    return value - 0.5 * priorZ - 0.5 * kLogTwoPi * groups_;
  }

 protected:
  // Fills byGroup_ with the sums of residuals; adds their squares, and their products with x.
  virtual void residuals(double mu, double tau, const double *z, double beta, double &squares,
                         double &withX) = 0;

  std::size_t n_, groups_;
  std::vector<double> byGroup_;
};

// The rows of a group follow each other, each group padded to whole registers by rows of weight zero.
class Direct : public Intercepts {
 public:
  Direct(const double *x, const double *y, const double *group, std::size_t n, std::size_t groups)
      : Intercepts(n, groups), first_(groups + 1) {
    for (std::size_t k = 0; k < groups; k++) {
      first_[k] = x_.size();
      for (std::size_t i = 0; i < n; i++) {
        if (static_cast<std::size_t>(group[i]) == k) add(x[i], y[i], 1);
      }
      while (x_.size() % 8 != 0) add(0, 0, 0);
    }
    first_[groups] = x_.size();
  }

 private:
  void add(double x, double y, double weight) {
    x_.push_back(x);
    y_.push_back(y);
    weight_.push_back(weight);
  }

  void residuals(double mu, double tau, const double *z, double beta, double &squares,
                 double &withX) override {
    Lanes total = all(0), products = all(0);
    const Lanes b = all(beta);
    for (std::size_t k = 0; k < groups_; k++) {
      const Lanes level = all(mu + tau * z[k]);
      Lanes here = all(0);
      for (std::size_t i = first_[k]; i < first_[k + 1]; i += 8) {
        const Lanes x = load(&x_[i]);
        const Lanes r = load(&y_[i]) - load(&weight_[i]) * level - b * x;
        here += r;
        total += r * r;
        products += r * x;
      }
      byGroup_[k] = sum(here);
    }
    squares = sum(total);
    withX = sum(products);
  }

  std::vector<std::size_t> first_;
  std::vector<double> x_, y_, weight_;
};

// Each group's count, means and centred sums stand for its rows.
class Statistics : public Intercepts {
 public:
  Statistics(const double *x, const double *y, const double *group, std::size_t n, std::size_t groups)
      : Intercepts(n, groups), count_(groups), meanX_(groups), meanY_(groups) {
    for (std::size_t i = 0; i < n; i++) {
      const std::size_t k = static_cast<std::size_t>(group[i]);
      count_[k]++;
      meanX_[k] += x[i];
      meanY_[k] += y[i];
    }
    for (std::size_t k = 0; k < groups; k++) {
      meanX_[k] /= count_[k] > 0 ? count_[k] : 1;
      meanY_[k] /= count_[k] > 0 ? count_[k] : 1;
    }
    for (std::size_t i = 0; i < n; i++) {
      const std::size_t k = static_cast<std::size_t>(group[i]);
      const double dx = x[i] - meanX_[k], dy = y[i] - meanY_[k];
      xx_ += dx * dx;
      xy_ += dx * dy;
      yy_ += dy * dy;
    }
  }

 private:
  void residuals(double mu, double tau, const double *z, double beta, double &squares,
                 double &withX) override {
    double between = 0, products = 0;
    for (std::size_t k = 0; k < groups_; k++) {
      const double mean = meanY_[k] - mu - tau * z[k] - beta * meanX_[k];
      const double total = count_[k] * mean;
      byGroup_[k] = total;
      between += total * mean;
      products += total * meanX_[k];
    }
    squares = between + yy_ - beta * (2 * xy_ - beta * xx_);
    withX = products + xy_ - beta * xx_;
  }

  std::vector<double> count_, meanX_, meanY_;
  double xx_ = 0, xy_ = 0, yy_ = 0;
};

}  // namespace

Task *intercepts(const double *x, const double *y, const double *group, std::size_t n, std::size_t groups) {
  return new Direct(x, y, group, n, groups);
}

Task *interceptsStatistics(const double *x, const double *y, const double *group, std::size_t n,
                           std::size_t groups) {
  return new Statistics(x, y, group, n, groups);
}

}  // namespace floors
