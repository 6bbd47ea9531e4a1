data {
  matrix[1000, 25] x;
  vector[1000] y;
}
parameters {
  real alpha;
  vector[25] beta;
  real<lower=0> sigma;
}
model {
  alpha ~ normal(0, 10);
  beta ~ normal(0, 10);
  sigma ~ normal(0, 5);
  for (n in 1 : 1000) {
    y[n] ~ normal(alpha + x[n] * beta, sigma);
  }
}
