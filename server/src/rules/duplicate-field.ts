import * as l10n from '@vscode/l10n';
import { foldedText } from '../letter';
import type { DisputedItem, Field, FieldKind } from '../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from './example-letter';
import { fieldMark, fieldSpan, standsApart } from './places';
import type { Edit, Observation, Rule, RuleContext } from './rule';

/** A field that stands twice in one item. */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  title: 'A field stands twice in an item',
  level: 'warning',
  why: 'Readers and programs take the first of two fields of the same name. If the two differ, one of them is wrong or belongs to another item, whose heading was lost.',
  source: 'Observed in letters: each item has each field once.',
  marks: 'The label of the second field and of every further one; the first is shown beside it.',
  examples: {
    wrong: [
      {
        title: 'The claims administrator guideline twice',
        text: exampleLetter({
          fields: [CLAIMS_ADMINISTRATOR_GUIDELINE, CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, RATIONALE],
        }),
      },
      {
        title: 'Two reviewer guidelines that differ',
        text: exampleLetter({
          fields: [
            CLAIMS_ADMINISTRATOR_GUIDELINE,
            REVIEWER_GUIDELINE,
            'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.',
            RATIONALE,
          ],
        }),
      },
    ],
    right: [{ title: 'Each field once', text: exampleLetter({}) }],
  },
  mayBeSafe: true,
  check: ({ text, letter }) =>
    letter.items.flatMap((item, index) =>
      duplicates(item).map(
        ({ at, earlier }): Observation => ({
          span: fieldMark(text, item.fields[at]!),
          message: l10n.t('This field stands twice in the item.'),
          item: index,
          related: [{ span: fieldMark(text, item.fields[earlier]!), message: l10n.t('It stands here first.') }],
          data: { at, earlier },
        }),
      ),
    ),
  fixes(context, finding) {
    const { text, letter } = context;
    const item = letter.items[finding.item ?? -1];
    const place = finding.data as Duplicate | undefined;
    const later = item?.fields[place?.at ?? -1];
    const earlier = item?.fields[place?.earlier ?? -1];
    if (!item || !place || !later || !earlier) return [];
    if (![place.at, place.earlier].every((index) => canGo(item, index))) return [];
    const same = foldedText(text, earlier.body) === foldedText(text, later.body);
    const removeLater = {
      title: same ? l10n.t('Remove this repetition') : l10n.t('Keep the first, remove this one'),
      edits: [removal(context, item, place.at)],
      preferred: same || isEmpty(later),
      safe: same,
    };
    const removeEarlier = {
      title: l10n.t('Keep this one, remove the first'),
      edits: [removal(context, item, place.earlier)],
      preferred: !same && isEmpty(earlier),
    };
    return removeEarlier.preferred ? [removeEarlier, removeLater] : [removeLater, removeEarlier];
  },
};

function isEmpty(field: Field): boolean {
  return field.body.start === field.body.end;
}

/** Indexes into the fields of an item. */
interface Duplicate {
  readonly at: number;
  readonly earlier: number;
}

function duplicates(item: DisputedItem): Duplicate[] {
  const firsts = new Map<FieldKind, number>();
  return item.fields.flatMap((field, at) => {
    const earlier = firsts.get(field.kind);
    if (earlier === undefined) firsts.set(field.kind, at);
    return earlier === undefined ? [] : [{ at, earlier }];
  });
}

/** The field shares no text with its neighbours. */
function canGo(item: DisputedItem, index: number): boolean {
  const [previous, field, next] = [item.fields[index - 1], item.fields[index]!, item.fields[index + 1]];
  return standsApart(field, next) && (previous === undefined || standsApart(previous, field));
}

/** Cuts a field out with the white space that parted it from the next; after the last field, from the one before. */
function removal({ text }: RuleContext, item: DisputedItem, index: number): Edit {
  const own = fieldSpan(item.fields[index]!);
  const next = item.fields[index + 1];
  const previous = item.fields[index - 1];
  const gapStart = previous ? fieldSpan(previous).end : own.start;
  const span = next
    ? { start: own.start, end: fieldSpan(next).start }
    : { start: /\S/.test(text.slice(gapStart, own.start)) ? own.start : gapStart, end: own.end };
  return { span, newText: '' };
}
