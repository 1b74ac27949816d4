import { caseNumberOf } from './case-number';
import type { Letter } from './letter';

/** What something in a letter is called; `letter`: `undefined` for what lies in none. */
export interface Named {
  readonly name: string;
  readonly letter: Letter | undefined;
}

/**
 * Names of things in a file, in the order of its text, each with how many
 * before it have the same. A name that is there in several letters is told
 * apart by their case numbers, so that what is kept about one letter is never
 * taken for another's; all others stay as they are.
 */
export function toldApart(text: string, named: readonly Named[]): { readonly name: string; readonly ordinal: number }[] {
  const letters = new Map<string, Set<Letter | undefined>>();
  for (const { name, letter } of named) letters.set(name, (letters.get(name) ?? new Set()).add(letter));
  const alike = new Map<string, number>();
  return named.map(({ name, letter }) => {
    const number = letter && letters.get(name)!.size > 1 ? caseNumberOf(text, letter) : '';
    const full = number === '' ? name : `${name}\u0000case ${number}`;
    const ordinal = alike.get(full) ?? 0;
    alike.set(full, ordinal + 1);
    return { name: full, ordinal };
  });
}
