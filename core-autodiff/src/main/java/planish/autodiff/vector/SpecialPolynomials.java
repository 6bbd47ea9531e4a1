package planish.autodiff.vector;

/**
 * The polynomials of the special functions, made by {@code special-constants.py} among the tests'
 * resources; an error is relative and that of the rounded coefficients.
 */
final class SpecialPolynomials {
  private SpecialPolynomials() {}

  /** The positive root of ψ. */
  static final double ROOT = 0x1.762d86356be3fp0;

  /** That root less {@link #ROOT}. */
  static final double ROOT_LOW = 0x1.b86a722197829p-54;

  /** log Γ(1 + y) / (y (y - 1)) in t = y - 1/2 over 0 ≤ y ≤ 1; error 2^-54.4. */
  static double logGamma(double t) {
    double p = -0x1.046fbb6030aedp-17;
    p = Math.fma(p, t, 0x1.97669beb27546p-17);
    p = Math.fma(p, t, -0x1.184fde2127387p-17);
    p = Math.fma(p, t, 0x1.ba63f0b5939dep-17);
    p = Math.fma(p, t, -0x1.c860baefcf1c6p-16);
    p = Math.fma(p, t, 0x1.68f323c09c95fp-15);
    p = Math.fma(p, t, -0x1.156a937578587p-14);
    p = Math.fma(p, t, 0x1.b9e3f0db5e020p-14);
    p = Math.fma(p, t, -0x1.623f14393656ep-13);
    p = Math.fma(p, t, 0x1.1c7e3cf5bb2b1p-12);
    p = Math.fma(p, t, -0x1.cb44deba79c80p-12);
    p = Math.fma(p, t, 0x1.750a78dbe9df2p-11);
    p = Math.fma(p, t, -0x1.313e8a3e9862bp-10);
    p = Math.fma(p, t, 0x1.f814bab5c47afp-10);
    p = Math.fma(p, t, -0x1.a5035232a4724p-9);
    p = Math.fma(p, t, 0x1.64f0664c4cf2cp-8);
    p = Math.fma(p, t, -0x1.34dbda1497220p-7);
    p = Math.fma(p, t, 0x1.133423527f222p-6);
    p = Math.fma(p, t, -0x1.007aa83cee1acp-5);
    p = Math.fma(p, t, 0x1.01af62a2929c0p-4);
    p = Math.fma(p, t, -0x1.2aed059bd608ap-3);
    return Math.fma(p, t, 0x1.eeb95b094c191p-2);
  }

  /**
   * ψ(1 + y) over the distance of 1 + y from ψ's root, in t = y - 1/2 over 0 ≤ y ≤ 1; error
   * 2^-54.2.
   */
  static double digamma(double t) {
    double p = 0x1.f267916e9cbbfp-14;
    p = Math.fma(p, t, -0x1.75cddeba3211cp-13);
    p = Math.fma(p, t, 0x1.94d1043c65802p-14);
    p = Math.fma(p, t, -0x1.2f9db248e37e7p-13);
    p = Math.fma(p, t, 0x1.53b52af5b9e3ep-12);
    p = Math.fma(p, t, -0x1.fd92c2ddf5395p-12);
    p = Math.fma(p, t, 0x1.6a3e0510f3f2dp-11);
    p = Math.fma(p, t, -0x1.0fb33868e5915p-10);
    p = Math.fma(p, t, 0x1.99d40007860edp-10);
    p = Math.fma(p, t, -0x1.336dc61b8240bp-9);
    p = Math.fma(p, t, 0x1.cd2010aec1b9fp-9);
    p = Math.fma(p, t, -0x1.5a06a56578355p-8);
    p = Math.fma(p, t, 0x1.03c0adb255847p-7);
    p = Math.fma(p, t, -0x1.863563f857b87p-7);
    p = Math.fma(p, t, 0x1.256471788836ep-6);
    p = Math.fma(p, t, -0x1.b9f8b11be72cbp-6);
    p = Math.fma(p, t, 0x1.4de9aa1779fe2p-5);
    p = Math.fma(p, t, -0x1.fb44202a2348bp-5);
    p = Math.fma(p, t, 0x1.8512e5903903ap-4);
    p = Math.fma(p, t, -0x1.2feeeb98a78e7p-3);
    p = Math.fma(p, t, 0x1.eca189b8e6f6dp-3);
    p = Math.fma(p, t, -0x1.b1cb63005ee98p-2);
    return Math.fma(p, t, 0x1.e6f0cbb873616p-1);
  }

  /** erf(x) / x in t = x² over 0 ≤ x ≤ 1; error 2^-55.5. */
  static double erf(double t) {
    double p = 0x1.05ffe45e4636ap-34;
    p = Math.fma(p, t, -0x1.389d607914023p-30);
    p = Math.fma(p, t, 0x1.f7b4c961a487cp-27);
    p = Math.fma(p, t, -0x1.5f1eccdc64d27p-23);
    p = Math.fma(p, t, 0x1.b9df2288c4bb0p-20);
    p = Math.fma(p, t, -0x1.f4d1e31e85417p-17);
    p = Math.fma(p, t, 0x1.f9a321d6267cfp-14);
    p = Math.fma(p, t, -0x1.c02db3dac91e2p-11);
    p = Math.fma(p, t, 0x1.565bcd0dbac79p-8);
    p = Math.fma(p, t, -0x1.b82ce31284e14p-6);
    p = Math.fma(p, t, 0x1.ce2f21a042b30p-4);
    p = Math.fma(p, t, -0x1.812746b0379e6p-2);
    return Math.fma(p, t, 0x1.20dd750429b6dp0);
  }

  /**
   * (1 + 2x) exp(x²) erfc(x) over 0.8 ≤ x ≤ 2 in t = (x - 4) / (x + 4) - (-0x1.0000000000000p-1);
   * error 2^-54.2.
   */
  static double erfcxNear(double t) {
    double p = 0x1.88a934aa43007p-20;
    p = Math.fma(p, t, 0x1.6779cf2eab76ep-14);
    p = Math.fma(p, t, -0x1.a2da2eae7c8c3p-14);
    p = Math.fma(p, t, -0x1.919aa54281f0cp-11);
    p = Math.fma(p, t, 0x1.566155ff765b5p-9);
    p = Math.fma(p, t, 0x1.f0faa2f7794a1p-10);
    p = Math.fma(p, t, -0x1.3a612d232387ap-5);
    p = Math.fma(p, t, 0x1.3450203e1cb84p-3);
    p = Math.fma(p, t, -0x1.7833838d42c9ap-2);
    p = Math.fma(p, t, 0x1.49ee77cc4c1c4p-1);
    p = Math.fma(p, t, -0x1.ad99094e277f3p-1);
    p = Math.fma(p, t, 0x1.92fedb300a38ap-1);
    p = Math.fma(p, t, -0x1.cd7c5b9640452p-2);
    p = Math.fma(p, t, -0x1.a455d01dd71bbp-8);
    return Math.fma(p, t, 0x1.499932e443f2ap0);
  }

  /**
   * (1 + 2x) exp(x²) erfc(x) over 2 ≤ x ≤ 6 in t = (x - 4) / (x + 4) - (-0x1.1111111111111p-4);
   * error 2^-56.2.
   */
  static double erfcxMiddle(double t) {
    double p = -0x1.1112d146e5a86p-16;
    p = Math.fma(p, t, -0x1.523bce0e43669p-17);
    p = Math.fma(p, t, 0x1.5d0d9defa3abap-13);
    p = Math.fma(p, t, -0x1.56de51dbe15e8p-12);
    p = Math.fma(p, t, -0x1.288f743b1924fp-11);
    p = Math.fma(p, t, 0x1.6706fb2759b84p-8);
    p = Math.fma(p, t, -0x1.3d260efc56fd0p-6);
    p = Math.fma(p, t, 0x1.7e0cae16a8271p-5);
    p = Math.fma(p, t, -0x1.5f83ed2b32aefp-4);
    p = Math.fma(p, t, 0x1.fbf7a7882cf77p-4);
    p = Math.fma(p, t, -0x1.18cf40f0e9f3bp-3);
    p = Math.fma(p, t, 0x1.98122c40fde54p-4);
    p = Math.fma(p, t, -0x1.431d3d9595048p-10);
    p = Math.fma(p, t, -0x1.2004d5a34899fp-3);
    return Math.fma(p, t, 0x1.3e0a99a0ee914p0);
  }

  /** x exp(x²) erfc(x) in t = 1 / x² - 1/72 over x ≥ 6; error 2^-54.3. */
  static double erfcxFar(double t) {
    double p = -0x1.70d6c119fed8bp19;
    p = Math.fma(p, t, 0x1.68ed7f628f1c3p16);
    p = Math.fma(p, t, -0x1.714b9f278e3d0p13);
    p = Math.fma(p, t, 0x1.afee0eeeea746p10);
    p = Math.fma(p, t, -0x1.188d8d94faa21p8);
    p = Math.fma(p, t, 0x1.9b8d15f1f956bp5);
    p = Math.fma(p, t, -0x1.5d11994c447acp3);
    p = Math.fma(p, t, 0x1.61d6e0385fc20p1);
    p = Math.fma(p, t, -0x1.c296c680afbb3p-1);
    p = Math.fma(p, t, 0x1.8823d925cf20bp-2);
    p = Math.fma(p, t, -0x1.156b0dced45cap-2);
    return Math.fma(p, t, 0x1.1ee643702b5c0p-1);
  }

  /** (arctan(x) / x - 1) / x² in t = x² over 0 ≤ x ≤ √2 - 1; error 2^-54.0. */
  static double arctan(double t) {
    double p = 0x1.0ad3a30e07af9p-6;
    p = Math.fma(p, t, -0x1.1b33f50492bd9p-5);
    p = Math.fma(p, t, 0x1.74ddfb708fd55p-5);
    p = Math.fma(p, t, -0x1.ac7aa08c6fcc5p-5);
    p = Math.fma(p, t, 0x1.e19a163e23bd0p-5);
    p = Math.fma(p, t, -0x1.110e883169e97p-4);
    p = Math.fma(p, t, 0x1.3b1392dce6c05p-4);
    p = Math.fma(p, t, -0x1.745d165e191c4p-4);
    p = Math.fma(p, t, 0x1.c71c71c305cb3p-4);
    p = Math.fma(p, t, -0x1.249249248d811p-3);
    p = Math.fma(p, t, 0x1.9999999999953p-3);
    return Math.fma(p, t, -0x1.5555555555555p-2);
  }
}
