import { foldedText, type Letter } from './letter';

/** The case number at the head of a letter; empty where this copy has none. */
export function caseNumberOf(text: string, letter: Letter): string {
  const value = letter.header.find(({ kind }) => kind === 'caseNumber')?.value;
  return value ? foldedText(text, value) : '';
}

/** Whether two case numbers are those of two cases; one that is not known may be any. Blanks and hyphens come and go in copies. */
export function isOtherCase(one: string, other: string): boolean {
  const [a, b] = [one, other].map((number) => number.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  return a !== '' && b !== '' && a !== b;
}
