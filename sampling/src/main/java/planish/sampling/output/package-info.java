/** What a run leaves behind: draws in memory, Stan CSV files, and side files to go on from. */
package planish.sampling.output;
