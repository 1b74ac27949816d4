import { layoutOf, type DisputedItem, type Field, type FieldKind, type Letter } from '../../letter';
import { replacement, type Part } from '../../rules/insertion';
import { visibleEnd } from '../../rules/places';
import { conclusions } from './conclusion';
import { guidelinesOfSchedule } from './guideline-names';
import { guidelineStatements } from './guideline-statements';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** A sentence that a field may hold here. */
export interface Sentence extends Pick<Offer, 'kind' | 'label' | 'detail' | 'documentation'> {
  /** Its words up to the first placeholder, to be compared with what is typed. */
  readonly opening: string;
  readonly parts: readonly Part[];
}

/** What is being written in a field. */
export interface SentencePlace {
  readonly item: DisputedItem;
  readonly field: Field;
  readonly letter: Letter;
  /** Nothing stands in the field before this sentence. */
  readonly first: boolean;
  /** The words of the field before this sentence. */
  readonly said: string;
  /** The guidelines that governed at the letter's time, as it writes them. */
  readonly names: () => readonly string[];
}

/** Letters after which "Therefore" is meant; fewer begin too many other sentences. */
const LEAST_TYPED: Readonly<Record<FieldKind, number>> = { claimsAdministratorGuideline: 1, reviewerGuideline: 1, rationale: 4 };

/** The standard sentences of the field at the place, where a sentence begins and nothing of the field follows. */
export function sentenceOffers(place: Place): Offer[] {
  const { text, letter, manner, offset, rest, fresh, before } = place;
  const item = letter.items.filter(({ span }) => span.start < offset).at(-1);
  const field = item?.fields.filter(({ label }) => label.end <= offset).at(-1);
  if (item === undefined || field === undefined || rest !== '' || field.body.end > offset || !place.amongItems) return [];
  if (layoutOf(letter.layout).decision !== 'heading') return [];
  const start = sentenceStart(place, field);
  if (start === null) return [];
  const said = text.slice(field.label.end, start).trim();
  const written = text.slice(start, offset);
  const apart = fresh && before > field.label.end && paragraphApart(place, before, start);
  if (apart && said !== '' && field.kind !== 'rationale') return [];
  const sentencePlace: SentencePlace = { item, field, letter, first: said === '', said, names: () => guidelinesOfSchedule(place).flatMap(({ name, governed }) => (governed ? name : [])) };
  const sentences = field.kind === 'rationale' ? conclusions(text, manner, sentencePlace, written !== '') : guidelineStatements(sentencePlace, field.kind);
  const lead = leadOf(place, field, start);
  return sentences
    .filter(({ opening }) => begins(written, opening, LEAST_TYPED[field.kind]))
    .map(({ opening, parts, ...shown }) => ({
      ...shown,
      rank: apart ? 6 : 0,
      filterText: opening,
      edit: replacement({ start, end: offset }, lead === '' ? parts : [lead, ...parts]),
    }));
}

/** Where the sentence before the offset begins, on the offset's line; `null` in the middle of one that began above. */
function sentenceStart({ text, line, typed, offset, before, fresh }: Place, field: Field): number | null {
  const from = Math.max(field.label.end, line.start);
  const words = text.slice(from, offset);
  const closed = /^[^]*[.?!]["”)]?(?:[^\S\r\n]+|$)/.exec(words);
  if (closed !== null) return from + closed[0].length;
  if (from === field.label.end && from > line.start) return from + /^\s*/.exec(words)![0].length;
  return fresh || before === field.label.end ? typed.start : null;
}

/** An empty line parts the place from what stands above. */
function paragraphApart({ text, manner }: Place, before: number, start: number): boolean {
  const ends = (words: string): number => words.match(/\r\n|[\r\n]/g)?.length ?? 0;
  return ends(text.slice(before, start)) >= Math.max(2, ends(manner.separator));
}

/** The blank that is still missing between the sentence and what stands before it on its line. */
function leadOf({ text, line, manner }: Place, field: Field, start: number): string {
  if (start === field.label.end && field.label.start < field.label.end) return manner.labelGap;
  return start > line.start && visibleEnd(text, line.start, start) === start ? ' ' : '';
}
