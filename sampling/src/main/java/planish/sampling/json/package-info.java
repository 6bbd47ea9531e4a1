/** JSON files of data and starting values: names and arrays of numbers. */
package planish.sampling.json;
