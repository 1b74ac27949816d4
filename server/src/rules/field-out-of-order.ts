import * as l10n from '@vscode/l10n';
import { FIELD_KINDS, fieldOf } from '../letter';
import type { DisputedItem, Field } from '../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, RATIONALE, REVIEWER_GUIDELINE } from './example-letter';
import { fieldMark, fieldSpan, standsApart } from './places';
import type { Observation, Rule } from './rule';

/** The fields of an item do not stand in the order of the form. */
export const fieldOutOfOrder: Rule = {
  code: 'field-out-of-order',
  title: 'The fields of an item are not in the order of the form',
  level: 'information',
  why: 'The form has one order: claims administrator guideline, reviewer guideline, decision rationale. The words are all there, so nothing is wrong with the decision; but a reader who compares the two guidelines reads the wrong one first.',
  source: 'Observed in letters: the order is the same in every item.',
  marks: 'The label of the first field that stands before one it should follow.',
  examples: {
    wrong: [
      {
        title: 'The reviewer guideline comes first',
        text: exampleLetter({ fields: [REVIEWER_GUIDELINE, CLAIMS_ADMINISTRATOR_GUIDELINE, RATIONALE] }),
      },
    ],
    right: [{ title: 'The order of the form', text: exampleLetter({}) }],
  },
  mayBeSafe: true,
  check: ({ text, letter }) =>
    letter.items.flatMap((item, index): Observation[] => {
      const fields = firstOfEachKind(item);
      const at = fields.findIndex((field, i) => fields[i + 1] && rank(field) > rank(fields[i + 1]!));
      const early = fields[at];
      const late = fields[at + 1];
      if (!early || !late) return [];
      return [
        {
          span: fieldMark(text, early),
          message: l10n.t('The fields of this item are not in the order of the form.'),
          item: index,
          related: [{ span: fieldMark(text, late), message: l10n.t('This field comes before it in the form.') }],
        },
      ];
    }),
  fixes({ text, letter }, finding) {
    const item = letter.items[finding.item ?? -1];
    if (!item) return [];
    const places = item.fields;
    if (!places.every((field, i) => standsApart(field, places[i + 1]))) return [];
    const sorted = [...places].sort((a, b) => rank(a) - rank(b));
    // Each field takes the place of another, so the white space between them stays where it is;
    // repetitions move along, and the first of each kind stays the first.
    const edits = places.flatMap((place, i) => {
      const field = sorted[i];
      if (!field || field === place) return [];
      const source = fieldSpan(field);
      return [{ span: fieldSpan(place), newText: text.slice(source.start, source.end) }];
    });
    return edits.length === 0
      ? []
      : [{ title: l10n.t('Put the fields in the order of the form'), edits, preferred: true, safe: true }];
  },
};

/** The first field of each kind; a repetition is another rule's matter. */
function firstOfEachKind(item: DisputedItem): Field[] {
  const firsts = new Set(FIELD_KINDS.map((kind) => fieldOf(item, kind)));
  return item.fields.filter((field) => firsts.has(field));
}

function rank(field: Field): number {
  return FIELD_KINDS.indexOf(field.kind);
}
