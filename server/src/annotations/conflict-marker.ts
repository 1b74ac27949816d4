/** A line that git puts between the sides of a merge that a person has to decide. */
export const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/;
