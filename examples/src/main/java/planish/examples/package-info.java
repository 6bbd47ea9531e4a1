/** Example models with their data: what {@code planish list models} shows. */
package planish.examples;
