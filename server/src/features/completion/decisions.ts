import * as l10n from '@vscode/l10n';
import { foldedText, layoutOf, type DecisionValue } from '../../letter';
import { isBlank, visibleEnd } from '../../rules/places';
import type { Offer } from './offer';
import { begins, beginsAnew, rereadLetter, type Place } from './place';

const VALUES: readonly DecisionValue[] = ['upheld', 'overturned'];

/** Longer words are no decision, and no place for one. */
const LONGEST_WORD = 20;

/** Ends a sentence of prose that goes on behind its colon; no request ends so, but for the template of a partial decision. */
const LEADS_ON =
  /\b(?:follows|following|includes?|including|included|states?|stated|says|said|reads?|recommends?|recommended|notes?|noted|are|is|were|was|because|that|guidelines?|criteria|rationale|(?:section|page)(?:\(s\))?)$/i;
const PARTIAL = /\bwas the original request\b/i;
const SENTENCES = /[a-z)\]]{2}[.?!]\s+[A-Z]/;

/**
 * Both decisions behind the colon of an item's heading. Whether the line is
 * such a heading is asked of the reader, so wrapped headings and a decision on
 * a line of its own are known too. Equal in rank: none is put forward.
 */
export function decisionOffers(place: Place): Offer[] {
  const { text, letter, manner, offset, line, amongItems } = place;
  if (!amongItems || layoutOf(letter.layout).decision !== 'heading') return [];
  const start = wordStart(text, line.start, offset);
  const end = wordEnd(text, offset, line.end);
  if (start === null || end === null || !isColonBefore(place, start)) return [];
  const typed = text.slice(start, offset);
  const open = /^_+$/.test(typed);
  const values = VALUES.filter((value) => open || begins(typed, manner.decisions[value]));
  if (values.length === 0 || !isHeading(place, start, end)) return [];
  const gap = text[start - 1] === ':' ? ' ' : '';
  return values.map((value) => ({
    kind: 'decision',
    label: manner.decisions[value],
    detail: value === 'upheld' ? l10n.t('The denial stands') : l10n.t('The treatment is found necessary'),
    documentation:
      value === 'upheld'
        ? l10n.t('The disputed treatment is not medically necessary; the decision of utilization review is upheld.')
        : l10n.t('The disputed treatment is medically necessary; the decision of utilization review is overturned.'),
    rank: 1,
    ...(open ? { filterText: typed + manner.decisions[value] } : {}),
    edit: { span: { start, end }, newText: gap + manner.decisions[value] },
  }));
}

/** Start of the word (or `____`) before the offset; `null` where it is too long. */
function wordStart(text: string, from: number, offset: number): number | null {
  let start = offset;
  while (start > from && /[A-Za-z_]/.test(text.charAt(start - 1))) start -= 1;
  return offset - start > LONGEST_WORD ? null : start;
}

/** End of the word behind the offset, if nothing but blanks follows it on the line and it is a decision's rest or place. */
function wordEnd(text: string, offset: number, to: number): number | null {
  const rest = text.slice(offset, to).trimEnd();
  const word = rest.trimStart();
  if (word.length > LONGEST_WORD || !/^(?:_+|[A-Za-z]*(?:held|hold|turn|turned|ed|d)|ld|urned|rned|ned)?$/i.test(word)) return null;
  return offset + (word === '' ? 0 : rest.length);
}

/** A colon stands before the word, on its line or, where the decision has a line of its own, above. */
function isColonBefore({ text, letter }: Place, start: number): boolean {
  let at = start;
  while (isBlank(text, at - 1)) at -= 1;
  const colon = text[at - 1] === ':' ? at : visibleEnd(text, letter.span.start, at);
  if (text[colon - 1] !== ':' || letter.introduction?.end === colon) return false;
  return !letter.items.some(({ fields }) => fields.some(({ label }) => label.end === colon)) && !letter.sections.some(({ heading }) => heading.end === colon - 1);
}

/** With a decision here the reader finds an item, and what it takes for the request reads like one. */
function isHeading(place: Place, start: number, end: number): boolean {
  const { span } = place.letter;
  const decided = rereadLetter(place, { start, end }, ' Upheld');
  const item = decided?.items.find(({ decision }) => decision?.span.start === start - span.start + 1);
  if (item === undefined || item.request.start === item.request.end) return false;
  if (!beginsAnew(place.text, place.letter, span.start + item.request.start)) return false;
  const request = foldedText(place.text.slice(span.start, span.end), item.request);
  return PARTIAL.test(request) || (!SENTENCES.test(request) && !LEADS_ON.test(request));
}
