import * as l10n from '@vscode/l10n';
import type { Guideline, Period } from '../guidelines';
import { adoptedBeside, dateIn, daysBetween, firstDay, knownCitations, type KnownCitation } from './citing';
import { certainty } from './certainty';
import { citing } from './example-letter';
import { renamed } from './renaming';
import type { Fix, Observation, Rule, RuleContext } from './rule';

/**
 * A denial follows a request within 14 days, a retrospective one within 30
 * (8 CCR 9792.9.1), and both dates govern other days than the denial's: so
 * long after the change a request of before it is unlikely.
 */
const WELL_BEFORE = 90;

/** An MTUS edition that a later one had replaced for requests or services of the time. */
export const editionSuperseded: Rule = {
  code: 'edition-superseded',
  title: 'An edition that a later one had replaced',
  level: 'hint',
  why: 'The MTUS of the time of the request governs. Which time that is, the letter often does not say: a request or a service may be older than the denial. So this is a hint, and silent unless the change lies well before the denial, or before the injury itself.',
  source: 'The dates of the catalogue and what they govern (requests made, services rendered), each with its source. Observed in letters: the chronic pain guideline of 2009 for injuries of autumn 2016.',
  marks: 'The citation. A letter without the dates of denial and injury is left alone.',
  examples: {
    wrong: [
      {
        title: 'The edition before the one of July 2016',
        text: citing('Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.', {
          header: ['Case Number: CM17-0000004', 'Date of Injury: 10/24/2016', 'Decision Date: 02/10/2017', 'UR Denial Date: 12/14/2016'],
        }),
      },
    ],
    right: [
      {
        title: 'The denial is close to the change',
        text: citing('Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.', {
          header: ['Case Number: CM16-0000005', 'Date of Injury: 03/02/2015', 'Decision Date: 10/10/2016', 'UR Denial Date: 08/25/2016'],
        }),
      },
    ],
  },
  check(context) {
    const denied = dateIn(context, 'urDenialDate');
    const injured = dateIn(context, 'dateOfInjury');
    return knownCitations(context).flatMap((found) => superseded(context, found, denied, injured));
  },
  fixes(context, finding) {
    const found = knownCitations(context).find(({ citation, item }) => item === finding.item && citation.span.start === finding.span.start);
    const next = found === undefined ? undefined : successor(context, found.entry);
    if (found === undefined || next === undefined) return [];
    const edits = renamed(context.text, found.citation, found.entry, next.entry);
    return edits.length === 0 ? [] : [{ title: l10n.t('Name “{0}” {1}', next.entry.name, next.entry.edition ?? ''), edits } satisfies Fix];
  },
};

/** The last day on which a guideline governed; `undefined` while it does, or where that is not known. */
function lastDay({ governed }: Guideline): string | undefined {
  const ends = (governed ?? []).map(({ to }) => to);
  return ends.length === 0 || ends.includes(undefined) ? undefined : ends.map((to) => to ?? '').sort().at(-1);
}

/** The guideline that took its place. */
function successor({ catalogue }: RuleContext, entry: Guideline): { entry: Guideline; period: Period } | undefined {
  const last = lastDay(entry);
  if (last === undefined) return undefined;
  return adoptedBeside(entry, catalogue)
    .filter(({ period }) => firstDay(period.from) >= last)
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1))[0];
}

function superseded(context: RuleContext, { citation, entry, item }: KnownCitation, denied: string | null, injured: string | null): Observation[] {
  const last = lastDay(entry);
  const next = successor(context, entry);
  if (citation.kind !== 'mtus' || last === undefined || next === undefined) return [];
  const replaced = l10n.t(
    '“{0}” {1} was replaced by “{2}” {3} on {4}, for: {5} ({6}).',
    entry.name,
    entry.edition ?? '',
    next.entry.name,
    next.entry.edition ?? '',
    next.period.from,
    next.period.appliesTo ?? l10n.t('not told'),
    certainty(next.period),
  );
  const reason =
    injured !== null && daysBetween(next.period.from, injured) > 1
      ? l10n.t('The injury itself is of {0}.', injured)
      : denied !== null && daysBetween(next.period.from, denied) >= WELL_BEFORE
        ? l10n.t('The denial is of {0}; the request or the service may be older.', denied)
        : undefined;
  return reason === undefined ? [] : [{ span: citation.span, message: `${replaced} ${reason}`, item }];
}
