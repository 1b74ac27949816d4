import * as l10n from '@vscode/l10n';
import { asked } from './asked';
import { FIELD_KINDS, fieldOf } from '../letter';
import type { DisputedItem, Field, FieldKind } from '../letter';
import { layoutOf } from '../letter/layouts';
import { FIELD_WORDS } from './fields';
import { insertion } from './insertion';
import type { Part } from './insertion';
import { mannerOf } from './manner';
import { fieldMark, fieldSpan, headingEnd, itemMark, startsLine } from './places';
import type { Edit, Example, Observation, Rule, RuleContext } from './rule';

/** What differs between the rules of the three fields. */
export interface FieldPage {
  readonly why: string;
  readonly source: string;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
}

/** The rule that an item holds a field of this kind at all. */
export function missingFieldRule(kind: FieldKind, page: FieldPage): Rule {
  const words = FIELD_WORDS[kind];
  return {
    code: `missing-${words.code}`,
    title: `A disputed item has no ${words.name}`,
    level: 'warning',
    ...page,
    marks:
      'The first line of the request. Nothing is reported in copies that end before the fields of their items, and only for fields that the layout of the letter has.',
    check: (context) => missingIn(context, kind),
    fixes(context, finding) {
      const index = finding.item ?? -1;
      const item = context.letter.items[index];
      if (!item) return [];
      const label = mannerOf(context.text, context.letter).labels[kind];
      return [
        {
          title: l10n.t('Add “{0}”', label),
          edits: [fieldInsertion(context, index, item, kind)],
          preferred: true,
        },
      ];
    },
  };
}

function missingIn({ text, letter }: RuleContext, kind: FieldKind): Observation[] {
  if (!letter.hasFields || !layoutOf(letter.layout).requiredFields.includes(kind)) return [];
  const observations: Observation[] = [];
  letter.items.forEach((item, index) => {
    if (fieldOf(item, kind)) return;
    const { previous, next } = neighbours(item, kind);
    observations.push({
      span: itemMark(text, item),
      message: FIELD_WORDS[kind].missing(),
      item: index,
      related: [
        ...(previous ? [{ span: fieldMark(text, previous), message: l10n.t('It belongs after this field.') }] : []),
        ...(next ? [{ span: fieldMark(text, next), message: l10n.t('It belongs before this field.') }] : []),
      ],
    });
  });
  return observations;
}

/** The fields between which one of this kind stands: before the first that comes later in the form, else at the end. */
function neighbours(item: DisputedItem, kind: FieldKind): { previous: Field | undefined; next: Field | undefined } {
  const rank = FIELD_KINDS.indexOf(kind);
  const later = item.fields.findIndex((field) => FIELD_KINDS.indexOf(field.kind) > rank);
  const at = later < 0 ? item.fields.length : later;
  return { previous: item.fields[at - 1], next: item.fields[at] };
}

/**
 * The edit that adds a field without text at its place in the item. It stands
 * directly before the next field, because the white space around both then
 * stays as it is; after the last field, or after the heading, where none follows.
 */
function fieldInsertion({ text, letter }: RuleContext, index: number, item: DisputedItem, kind: FieldKind): Edit {
  const manner = mannerOf(text, letter);
  const field: Part[] = [manner.labels[kind] + manner.labelGap, { hint: asked(FIELD_WORDS[kind].hint()).hint }];
  const { previous, next } = neighbours(item, kind);
  if (next) {
    const at = fieldSpan(next).start;
    const before = startsLine(text, at) ? [] : [manner.separator];
    return insertion(at, [...before, ...field, manner.separator]);
  }
  const at = previous ? fieldSpan(previous).end : headingEnd(text, letter, index);
  return insertion(at, [manner.separator, ...field]);
}
