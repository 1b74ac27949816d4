import type { Letter, Span } from '../../letter';
import { isSpace } from '../../letter/lines';
import { isHyphen } from './edits';

/**
 * Two texts say the same to the reader: same letters, items, decisions, fields,
 * sections, header and reviewer, white space and hyphens aside. The other may
 * show an introduction that the first hides by its line ends.
 */
export function sameReading(text: string, letters: readonly Letter[], otherText: string, others: readonly Letter[]): boolean {
  if (letters.length !== others.length) return false;
  return letters.every((letter, index) => {
    const other = others[index]!;
    const introduced = letter.introduction === null || (other.introduction !== null && visible(text, letter.introduction) === visible(otherText, other.introduction));
    return introduced && signature(text, letter) === signature(otherText, other);
  });
}

function signature(text: string, letter: Letter): string {
  const seen = (span: Span | null): string => (span ? `<${visible(text, span)}>` : '-');
  return [
    letter.layout,
    ...letter.header.map((row) => `${row.kind}${seen(row.label)}${seen(row.value)}`),
    ...letter.reviewer.licensure.map(seen),
    ...letter.reviewer.specialties.map(seen),
    ...letter.sections.map((section) => `${section.kind}${seen(section.heading)}${seen(section.span)}`),
    ...letter.items.flatMap((item) => [
      `item${seen(item.request)}${item.decision?.value}${seen(item.decision?.span ?? null)}`,
      `${seen(item.partial?.original ?? null)}${seen(item.partial?.authorized ?? null)}${seen(item.partial?.remaining ?? null)}`,
      ...item.fields.map((field) => `${field.kind}${seen(field.label)}${seen(field.body)}`),
    ]),
  ].join('\n');
}

function visible(text: string, span: Span): string {
  const parts: string[] = [];
  let from = -1;
  for (let i = span.start; i <= span.end; i++) {
    const shown = i < span.end && !isSpace(text.charCodeAt(i)) && !isHyphen(text.charCodeAt(i));
    if (shown && from < 0) from = i;
    else if (!shown && from >= 0) {
      parts.push(text.slice(from, i));
      from = -1;
    }
  }
  return parts.join('');
}
