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
  y ~ normal_id_glm(x, alpha, beta, sigma);
}
