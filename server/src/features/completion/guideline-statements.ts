import * as l10n from '@vscode/l10n';
import type { FieldKind } from '../../letter';
import type { Part } from '../../rules/insertion';
import { asked, ASKED_FOR } from '../../rules/asked';
import type { Sentence, SentencePlace } from './sentences';

const PARTIES: Readonly<Record<Exclude<FieldKind, 'rationale'>, string>> = {
  claimsAdministratorGuideline: 'The Claims Administrator',
  reviewerGuideline: 'The Expert Reviewer',
};

/**
 * The statements of which a guideline field is made (observed in letters; the
 * layout decides which). Behind another statement only the two that name a
 * further guideline.
 */
export function guidelineStatements({ letter, first, names }: SentencePlace, kind: Exclude<FieldKind, 'rationale'>): Sentence[] {
  const party = PARTIES[kind];
  const early = letter.layout === '2014';
  const mtus = statement(
    l10n.t('A guideline of the schedule'),
    l10n.t('The Medical Treatment Utilization Schedule (MTUS) speaks of the treatment.'),
    ['Decision based on MTUS ', guideline(names()), ...(early ? [' Page(s): ', asked(ASKED_FOR.pages())] : [', Section(s): ', asked(ASKED_FOR.topic())]), '.'],
  );
  const other = statement(
    l10n.t('Another source'),
    l10n.t('A source outside of the schedule, beside or instead of a guideline of the schedule.'),
    ['Decision based on Non-MTUS Citation ', asked(ASKED_FOR.source()), '.'],
  );
  if (!first) return [mtus, other];
  const outside = early
    ? `${party} did not base their decision on the MTUS. Decision based on Non-MTUS Citation `
    : `${party} based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation `;
  return [
    mtus,
    statement(l10n.t('Another source alone'), l10n.t('The decision rests on a source outside of the schedule.'), [outside, asked(ASKED_FOR.source()), '.']),
    statement(l10n.t('No guideline'), l10n.t('An answer that the form knows: the field is not empty, nothing was cited.'), [`${party} did not cite any medical evidence for its decision.`]),
    other,
  ];
}

/** The guidelines that governed, to choose from; none is chosen by us. */
function guideline(names: readonly string[]): Part {
  const free = asked(ASKED_FOR.guideline());
  return { ...free, choices: [free.hint, ...names] };
}

function statement(detail: string, documentation: string, parts: readonly Part[]): Sentence {
  const opening = typeof parts[0] === 'string' ? parts[0] : '';
  return { kind: 'guideline', label: parts.length > 1 ? `${opening}…` : opening, detail, documentation, opening, parts };
}
