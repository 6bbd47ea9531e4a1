package planish.app.tutorial;

import java.util.List;

/**
 * One of the tutorial's examples.
 *
 * @param number from 1
 * @param title what it is about
 * @param settings its runs
 */
record Example(int number, String title, List<Setting> settings) {}
