/** NumPyro's tutorial on bad posterior geometry, run and set beside what it published. */
package planish.app.tutorial;
