// The door for other languages.
#include "floors.h"

#include <cstring>

namespace floors {

Blocks::Blocks(const double *columnMajor, std::size_t rows, std::size_t columns)
    : count_((rows + kRows - 1) / kRows), columns_(columns), values_(count_ * kRows * columns / 8) {
  double *values = reinterpret_cast<double *>(values_.data());
  for (std::size_t j = 0; j < columns; j++) {
    for (std::size_t i = 0; i < rows; i++) {
      values[((i / kRows) * columns + j) * kRows + i % kRows] = columnMajor[j * rows + i];
    }
  }
}

}  // namespace floors

using namespace floors;

// A task by its name; null if there is none. Data may be freed afterwards.
extern "C" Task *floor_open(const char *name, const double *x, const double *y, const double *group,
                            long n, long p) {
  if (!std::strcmp(name, "logistic")) return logistic(x, y, n, p);
  if (!std::strcmp(name, "linear")) return linear(x, y, n, p);
  if (!std::strcmp(name, "linear-statistics")) return linearStatistics(x, y, n, p);
  if (!std::strcmp(name, "intercepts")) return intercepts(x, y, group, n, p);
  if (!std::strcmp(name, "intercepts-statistics")) return interceptsStatistics(x, y, group, n, p);
  return nullptr;
}

// Evaluates at several positions, one after the other; the gradient is that of the last.
extern "C" void floor_run(Task *task, const double *positions, long dimension, long count,
                          double *values, double *gradient) {
  for (long k = 0; k < count; k++) {
    values[k] = task->at(positions + k * dimension, gradient);
  }
}

extern "C" void floor_close(Task *task) { delete task; }
