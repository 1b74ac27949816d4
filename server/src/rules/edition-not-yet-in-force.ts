import * as l10n from '@vscode/l10n';
import type { Guideline, Period } from '../guidelines';
import { adoptedBeside, dateIn, firstDay, knownCitations, type KnownCitation } from './citing';
import { certainty, restingOn } from './certainty';
import { citing } from './example-letter';
import { renamed } from './renaming';
import type { Fix, Observation, Rule, RuleContext } from './rule';

const HEADER = ['Case Number: CM16-0000003', 'Decision Date: 12/22/2016', 'UR Denial Date: 11/14/2016'];
const HEADING = 'MRI of the lumbar spine: Upheld';
/** A yearly edition is sold before its year begins. */
const AHEAD = 1;

/** An edition that did not exist, or was not part of the MTUS, when the decision was made. */
export const editionNotYetInForce: Rule = {
  code: 'edition-not-yet-in-force',
  title: 'An edition that was not yet in force at the decision',
  level: 'warning',
  why: 'A decision cannot rest on an edition that came later. Either the year is wrong, or the letter was changed after its date.',
  source:
    '8 CCR 9792.21.1(a)(1): the search begins with the current MTUS. The first day of an edition is that of the catalogue, with its source; where that is unverified the finding is a hint.',
  marks: 'The citation. A letter without a decision date is left alone.',
  examples: {
    wrong: [{ title: 'The edition of December 2017 in a decision of 2016', text: citing('Decision based on MTUS Low Back Disorders 2016, Section(s): Treatments.', { header: HEADER, heading: HEADING }) }],
    right: [{ title: 'The edition of the time', text: citing('Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.', { header: HEADER, heading: HEADING }) }],
  },
  check(context) {
    const decided = dateIn(context, 'decisionDate');
    if (decided === null) return [];
    return knownCitations(context).flatMap((found) => early(found, decided) ?? later(found, decided));
  },
  fixes(context, finding) {
    const decided = dateIn(context, 'decisionDate');
    const found = knownCitations(context).find(({ citation, item }) => item === finding.item && citation.span.start === finding.span.start);
    return decided === null || found === undefined ? [] : editionFixes(context, found, decided);
  },
};

/** The first time in which a guideline governed. */
function firstPeriod({ governed }: Guideline): Period | undefined {
  return [...(governed ?? [])].sort((a, b) => (firstDay(a.from) < firstDay(b.from) ? -1 : 1))[0];
}

/** Named as MTUS before it was part of it. */
function early({ item, citation, entry }: KnownCitation, decided: string): Observation[] | undefined {
  const first = firstPeriod(entry);
  if (citation.kind !== 'mtus' || first === undefined || firstDay(first.from) <= decided) return undefined;
  const words =
    first.appliesTo === undefined || first.appliesTo === 'all'
      ? l10n.t('“{0}” {1} governs from {2} ({3}); the decision is of {4}.', entry.name, entry.edition ?? '', first.from, certainty(first), decided)
      : l10n.t('“{0}” {1} governs from {2} ({3}), for: {5}. The decision is of {4}.', entry.name, entry.edition ?? '', first.from, certainty(first), decided, first.appliesTo);
  return [{ span: citation.span, message: words, item, ...restingOn(first) }];
}

/** Of a year after that of the decision. */
function later({ item, citation, entry }: KnownCitation, decided: string): Observation[] {
  const year = Number(citation.edition);
  const latest = Number(decided.slice(0, 4)) + (entry.family === 'odg' ? AHEAD : 0);
  if (!(year > latest)) return [];
  return [{ span: citation.span, message: l10n.t('An edition of {0} is cited; the decision is of {1}.', year, decided), item }];
}

/** The editions that governed on the day of the decision. */
function editionFixes({ text, catalogue }: RuleContext, { citation, entry }: KnownCitation, decided: string): Fix[] {
  return adoptedBeside(entry, catalogue).flatMap(({ entry: other, period }): Fix[] => {
    if (firstDay(period.from) > decided || (period.to !== undefined && period.to < decided)) return [];
    const edits = renamed(text, citation, entry, other);
    return edits.length === 0 ? [] : [{ title: l10n.t('Name “{0}” {1}, which governed then ({2})', other.name, other.edition ?? '', certainty(period)), edits }];
  });
}
