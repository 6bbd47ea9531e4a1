// What the floors have in common: log density and gradient on the unconstrained scale, constants
// and Jacobians included, as good as hand-written C++ can make them.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace floors {

constexpr double kLogTwoPi = 1.8378770664093454836;
constexpr double kLogTwo = 0.69314718055994530942;

// Eight doubles in one register, or in as many as the machine needs.
typedef double Lanes __attribute__((vector_size(64)));
typedef double Unaligned __attribute__((vector_size(64), aligned(8)));

inline Lanes load(const double *from) { return *reinterpret_cast<const Unaligned *>(from); }
inline Lanes all(double x) { return Lanes{x, x, x, x, x, x, x, x}; }
inline double sum(Lanes a) {
  return ((a[0] + a[1]) + (a[2] + a[3])) + ((a[4] + a[5]) + (a[6] + a[7]));
}

// One model with its data, column-major.
struct Task {
  virtual ~Task() = default;
  virtual double at(const double *position, double *gradient) = 0;
};

// A density of normal(0, sd): adds the derivative, returns the value.
inline double normal(double x, double sd, double &derivative) {
  const double z = x / sd;
  derivative -= z / sd;
  return -0.5 * z * z - std::log(sd) - 0.5 * kLogTwoPi;
}

// A scale with density halfnormal(sd), at its logarithm: adds the derivative, returns the value.
inline double halfNormalAtLog(double logScale, double sd, double &derivative) {
  const double z = std::exp(logScale) / sd;
  derivative += 1 - z * z;
  return logScale - 0.5 * z * z - std::log(sd) - 0.5 * kLogTwoPi + kLogTwo;
}

// The rows of a matrix in blocks of 64, stored so that a block's columns follow each other, each
// eight rows on a cache line of their own; missing rows at the end are zero.
class Blocks {
 public:
  static constexpr std::size_t kRows = 64;

  Blocks(const double *columnMajor, std::size_t rows, std::size_t columns);
  std::size_t count() const { return count_; }
  std::size_t columns() const { return columns_; }
  const double *block(std::size_t k) const { return numbers() + k * kRows * columns_; }

 private:
  const double *numbers() const { return reinterpret_cast<const double *>(values_.data()); }

  std::size_t count_, columns_;
  std::vector<Lanes> values_;
};

Task *logistic(const double *x, const double *y, std::size_t n, std::size_t p);
Task *linear(const double *x, const double *y, std::size_t n, std::size_t p);
Task *linearStatistics(const double *x, const double *y, std::size_t n, std::size_t p);
Task *intercepts(const double *x, const double *y, const double *group, std::size_t n, std::size_t groups);
Task *interceptsStatistics(const double *x, const double *y, const double *group, std::size_t n,
                           std::size_t groups);

}  // namespace floors
