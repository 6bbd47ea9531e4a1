/** What makes a model's gradient fast, told to people: {@code planish explain}. */
package planish.app.explain;
