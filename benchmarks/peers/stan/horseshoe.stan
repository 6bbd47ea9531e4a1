data {
  matrix[100, 500] x;
  vector[100] y;
}
parameters {
  vector<lower=0>[500] lambdas;
  real<lower=0> tau;
  vector[500] unscaled_betas;
}
model {
  lambdas ~ cauchy(0, 1);
  tau ~ cauchy(0, 1);
  unscaled_betas ~ std_normal();
  y ~ normal(x * (tau * lambdas .* unscaled_betas), 0.05);
}
