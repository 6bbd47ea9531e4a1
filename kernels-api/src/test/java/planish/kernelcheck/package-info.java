/** What tests of kernels share: exact targets, exact p-values, and the contract of every kernel. */
package planish.kernelcheck;
