data {
  vector[919] x;
  vector[919] y;
  array[919] int county;
}
parameters {
  real mu;
  real<lower=0> tau;
  vector[85] z;
  real beta;
  real<lower=0> sigma;
}
model {
  vector[85] intercepts = mu + tau * z;
  mu ~ normal(0, 10);
  tau ~ std_normal();
  z ~ std_normal();
  beta ~ normal(0, 10);
  sigma ~ std_normal();
  y ~ normal(intercepts[county] + beta * x, sigma);
}
