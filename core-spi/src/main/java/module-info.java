/** What every provider of Planish has: a name, options with their ranges, and how it is found. */
module planish.spi {
  exports planish.spi;
}
