/**
 * Draws in files as CmdStan writes them, one for each chain: {@link
 * planish.sampling.csv.StanCsvWriter} writes them as the draws come, {@link
 * planish.sampling.csv.StanCsvReader} reads them and CmdStan's own.
 *
 * <p>Source of the format: CmdStan User's Guide 2.35 (2024), appendix "Stan CSV file format".
 */
package planish.sampling.csv;
