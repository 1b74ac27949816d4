import * as l10n from '@vscode/l10n';
import type { Citation, Guideline } from '../guidelines';
import type { Span } from '../letter';
import { knownCitations, type KnownCitation } from './citing';
import { certainty, restingOn } from './certainty';
import { citing } from './example-letter';
import { outsideTheMtus } from './mtus-words';
import { nameSpan } from './renaming';
import type { Observation, Rule, RuleContext } from './rule';

/** A chapter that the schedule never took up, or has replaced by a guideline of its own. */
export const notPartOfTheMtus: Rule = {
  code: 'not-part-of-the-mtus',
  title: 'A chapter that is not part of the MTUS',
  level: 'warning',
  why: 'What is part of the MTUS is presumed correct (8 CCR 9792.21(c)); what is not ranks lower, and may be used only where the MTUS is silent or rebutted (Labor Code 4610.5(c)(2)). So it matters on which side a chapter stands.',
  source:
    'The catalogue: which section adopted a chapter, and which chapters none did. Named as MTUS, such a chapter is a warning where that was seen in a source, else a hint. Named as outside of the MTUS it is right, and a hint tells only where the MTUS has put a guideline of its own in the chapter’s place.',
  marks: 'The words that name the chapter.',
  examples: {
    wrong: [
      { title: 'Named as MTUS', text: citing('Decision based on MTUS ACOEM Chapter 6 Pain, Suffering, and the Restoration of Function Page(s): 114.') },
      { title: 'Replaced inside the MTUS', text: citing('Decision based on Non-MTUS Citation ACOEM, 2nd Edition, Chapter 6 (page 114).') },
    ],
    right: [{ title: 'The guideline that the MTUS has for it', text: citing('Decision based on MTUS Chronic Pain Medical Treatment 2016.') }],
  },
  check: (context) => knownCitations(context).flatMap((found) => observed(context, found)),
  fixes({ text, ...context }, finding) {
    const found = knownCitations({ text, ...context }).find(({ citation, entry, item }) => item === finding.item && mark(text, citation, entry)?.start === finding.span.start);
    if (found === undefined || found.citation.kind !== 'mtus') return [];
    const edit = outsideTheMtus(text, found.citation.span);
    return edit === undefined ? [] : [{ title: l10n.t('Cite it as outside of the MTUS'), edits: [edit] }];
  },
};

/** The chapter's name, or what stands for it. */
function mark(text: string, citation: Citation, entry: Guideline): Span | null {
  return nameSpan(text, citation, entry) ?? citation.head;
}

function observed({ text }: RuleContext, { citation, entry, item }: KnownCitation): Observation[] {
  const span = mark(text, citation, entry);
  if (entry.mtus !== null || entry.family === 'odg' || span === null) return [];
  const { outside } = entry;
  if (citation.kind === 'mtus') {
    const message =
      outside === undefined
        ? l10n.t('“{0}” is named as MTUS, and no section of the MTUS has adopted it ({1}).', entry.name, certainty(entry))
        : l10n.t('“{0}” is named as MTUS, and has not been part of it since {1} ({2}).', entry.name, outside.from, certainty(outside));
    return [{ span, message, item, ...restingOn(outside ?? entry) }];
  }
  if (outside === undefined) return [];
  return [
    {
      span,
      message: l10n.t('Since {1} the MTUS has a guideline of its own in the place of “{0}” ({2}).', entry.name, outside.from, certainty(outside)),
      item,
      level: 'hint',
    },
  ];
}
