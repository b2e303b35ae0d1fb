/** Counted figures that a solution may be asked to move. */
export const figureMeasures = ['admittedInTerm', 'admittedLast12', 'openFiles', 'followed', 'cellsFollowingNobody', 'cellsOver24', 'cellsTwoTerms', 'members', 'probationary', 'women', 'ethnicMinority'] as const
export type FigureMeasure = (typeof figureMeasures)[number]
