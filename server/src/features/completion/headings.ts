import * as l10n from '@vscode/l10n';
import { layoutOf, type SectionKind } from '../../letter';
import { replacement, type Part } from '../../rules/insertion';
import { sectionHeading } from '../../rules/manner';
import { visibleStart } from '../../rules/places';
import { introductionSentence, sectionParts } from '../skeleton';
import type { Offer } from './offer';
import { begins, type Place } from './place';

/** Of a heading that most letters do without: fewer letters begin too many other words. */
const LEAST_TYPED = 3;

/** The headings that the letter lacks and that belong here by the order of its layout; required ones first. */
export function headingOffers(place: Place): Offer[] {
  const { text, letter, fresh, rest, item, afterItem, typed, section } = place;
  if (!fresh || rest !== '' || (item !== undefined && !afterItem)) return [];
  const layout = layoutOf(letter.layout);
  const order = [...new Set(layout.headings.map(({ kind }) => kind))];
  const rank = (kind: SectionKind): number => order.indexOf(kind);
  const next = letter.sections.find(({ heading }) => heading.start >= typed.start);
  const written = text.slice(typed.start, typed.end);
  return order
    .filter((kind) => !letter.sections.some((each) => each.kind === kind))
    .filter((kind) => rank(kind) > (section ? rank(section.kind) : -1) && rank(kind) < (next ? rank(next.kind) : order.length))
    .filter((kind) => kind !== 'issues' || item === undefined)
    .flatMap((kind): Offer[] => {
      const heading = sectionHeading(letter, kind);
      const required = layout.requiredSections.includes(kind);
      if (!begins(written, heading, required ? 1 : LEAST_TYPED)) return [];
      return [
        {
          kind: 'heading',
          label: heading,
          detail: l10n.t('Section'),
          documentation: required ? l10n.t('The letter does not have this section yet.') : l10n.t('Not every letter has this section.'),
          rank: required ? 2 : 7,
          edit: replacement(typed, parts(place, kind, heading)),
        },
      ];
    });
}

/** The heading with what always follows it, where the section is not written yet. */
function parts({ text, letter, manner, line }: Place, kind: SectionKind, heading: string): Part[] {
  const next = visibleStart(text, line.end, letter.span.end);
  const starts = [...letter.sections.map(({ heading: { start } }) => start), ...letter.items.map(({ span }) => span.start), letter.span.end];
  if (kind === 'issues' && letter.introduction === null) return sectionParts(layoutOf(letter.layout), kind, manner.headingGap, manner.lineEnd, heading);
  return starts.includes(next) && kind !== 'issues' ? sectionParts(layoutOf(letter.layout), kind, manner.headingGap, manner.lineEnd, heading) : [heading];
}

/** The sentence that opens the issues section, right below its heading. */
export function introductionOffers({ text, letter, rest, typed, section, before, offset }: Place): Offer[] {
  const sentence = introductionSentence(layoutOf(letter.layout));
  if (sentence === undefined || rest !== '' || letter.introduction !== null || section?.kind !== 'issues') return [];
  const between = text.slice(section.heading.end, Math.max(before, section.heading.end));
  if (!/^\s*:?\s*$/.test(between) || !begins(text.slice(typed.start, offset), sentence)) return [];
  return [
    {
      kind: 'introduction',
      label: sentence,
      detail: l10n.t('Opening of the section'),
      documentation: l10n.t('It stands in every letter between the heading and the first disputed item.'),
      rank: 0,
      edit: { span: typed, newText: sentence },
    },
  ];
}
