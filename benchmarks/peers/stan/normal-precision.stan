data {
  matrix[200, 200] precision;
}
parameters {
  vector[200] x;
}
model {
  x ~ multi_normal_prec(rep_vector(0, 200), precision);
}
