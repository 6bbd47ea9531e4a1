data {
  matrix[200, 200] covariance;
}
parameters {
  vector[200] x;
}
model {
  x ~ multi_normal(rep_vector(0, 200), covariance);
}
