data {
  matrix[1000, 25] x;
  array[1000] int y;
}
parameters {
  real alpha;
  vector[25] beta;
}
model {
  alpha ~ normal(0, 2.5);
  beta ~ std_normal();
  for (n in 1 : 1000) {
    y[n] ~ bernoulli_logit(alpha + x[n] * beta);
  }
}
