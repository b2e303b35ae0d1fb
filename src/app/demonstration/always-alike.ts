/** SQL that gives a number from 0 to 99, always the same for the same words (an SQL expression of text). */
export const dice = (words: string): string => `(('x' || substr(md5(${words}), 1, 6))::bit(24)::int % 100)`

/** SQL that gives an identifier, always the same for the same words (an SQL expression of text), in the form of a random one. */
export const idOf = (words: string): string => `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`
