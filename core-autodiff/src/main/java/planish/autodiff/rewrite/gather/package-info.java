/** Functions of groups' values, once for each group or pair of groups instead of each row. */
package planish.autodiff.rewrite.gather;
