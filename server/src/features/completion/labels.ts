import * as l10n from '@vscode/l10n';
import { FIELD_KINDS, layoutOf, type FieldKind } from '../../letter';
import { insertion } from '../../rules/insertion';
import { isBlank } from '../../rules/places';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** Of a label that the item has already: fewer letters begin too many other words. */
const LEAST_TYPED = 3;

/**
 * The labels of an item at the start of a line: those it lacks first, in the
 * order of the form; then the others, because the item may be a new one whose
 * heading is not decided yet.
 */
export function labelOffers(place: Place): Offer[] {
  if (!place.fresh || !place.amongItems || !isHeadingAbove(place)) return [];
  const end = labelEnd(place);
  if (end === null) return [];
  const { text, letter, manner, item, typed } = place;
  const layout = layoutOf(letter.layout);
  const written = text.slice(typed.start, typed.end);
  return FIELD_KINDS.filter((kind) => layout.labels.some(({ field }) => field === kind)).flatMap((kind): Offer[] => {
    const words = manner.labels[kind].replace(/\s*:$/, '');
    const lacking = item === undefined || !item.fields.some((field) => field.kind === kind);
    if (!begins(written, words, lacking ? 1 : LEAST_TYPED)) return [];
    return [
      {
        kind: 'label',
        label: words,
        detail: DETAILS[kind](),
        documentation: lacking ? l10n.t('This disputed item does not have it yet.') : l10n.t('This disputed item has it already.'),
        rank: lacking ? 1 : 8,
        edit: { ...insertion(0, [manner.labels[kind] + manner.labelGap]), span: { start: typed.start, end } },
      },
    ];
  });
}

const DETAILS: Readonly<Record<FieldKind, () => string>> = {
  claimsAdministratorGuideline: () => l10n.t('What the claims administrator relied on'),
  reviewerGuideline: () => l10n.t('What the expert reviewer relied on'),
  rationale: () => l10n.t('Reasons for the decision'),
};

/** An item began above, or at least some text stands where items begin. */
function isHeadingAbove({ letter, item, section, before, typed }: Place): boolean {
  if (layoutOf(letter.layout).decision !== 'heading') {
    // The list of decisions stands first, a section or two before the fields.
    const fields = item?.fields[0]?.label.start ?? 0;
    return item !== undefined && letter.hasFields && !letter.sections.some(({ heading }) => typed.start < heading.start && heading.start < fields);
  }
  if (item !== undefined) return true;
  const opened = Math.max(letter.introduction?.end ?? 0, section?.heading.end ?? 0);
  return before > opened + 1;
}

/** Where the text that a label replaces ends: behind a colon that is there already; `null` where no label fits. */
function labelEnd({ text, offset, rest, typed, letter }: Place): number | null {
  if (rest === '') return offset;
  if (rest.startsWith(':') && typed.start < offset) {
    let end = text.indexOf(':', offset) + 1;
    while (isBlank(text, end)) end += 1;
    return end;
  }
  // Before a text that has lost its label; not before another label or a heading.
  const next = text.indexOf(rest.slice(0, 1), offset);
  const fixed = letter.sections.some(({ heading }) => heading.start === next)
    || letter.items.some(({ span, fields }) => span.start === next || fields.some(({ label }) => label.start === next && label.end > next));
  return typed.start === offset && !fixed ? offset : null;
}
