import type { Letter } from '../../letter';

/**
 * Two readings have the same form: the same letters with the same layouts,
 * header rows, sections, decisions and fields. Where their words stand and what
 * they are does not count.
 */
export function sameForm(letters: readonly Letter[], others: readonly Letter[]): boolean {
  return letters.length === others.length && letters.every((letter, index) => formOf(letter) === formOf(others[index]!));
}

function formOf(letter: Letter): string {
  return [
    letter.layout,
    letter.introduction !== null,
    ...letter.header.map(({ kind, value }) => `${kind}${value === null}`),
    letter.reviewer.licensure.length,
    letter.reviewer.specialties.length,
    ...letter.sections.map(({ kind }) => kind),
    ...letter.items.flatMap((item) => [item.decision?.value, item.partial === null, ...item.fields.map(({ kind, body }) => `${kind}${body.start === body.end}`)]),
  ].join();
}
