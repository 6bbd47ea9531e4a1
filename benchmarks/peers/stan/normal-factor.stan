data {
  matrix[200, 200] factor;
}
parameters {
  vector[200] x;
}
model {
  x ~ multi_normal_cholesky(rep_vector(0, 200), factor);
}
