package planish.autodiff.program;

import planish.autodiff.graph.Expr;

/**
 * Something that a program computes, and where it is written.
 *
 * @param value a node of the graph, or a constant
 * @param slot which of the arrays that a program is run with receives it
 * @param offset index of its first element there
 */
public record Output(Expr value, int slot, int offset) {}
