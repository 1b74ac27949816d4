import * as l10n from '@vscode/l10n';
import { foldedText, type HeaderKind, type Letter } from '../../letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { caseDates, COURSE, noticeDates, type CaseDate } from './case-dates';
import { misfits, type Misfit } from './course';
import { datedLetter } from './dated-letter';
import { otherYear } from './other-year';

/** The dates of a case that do not follow each other as a case does. */
export const datesOutOfOrder: Rule = {
  code: 'dates-out-of-order',
  title: 'The dates of the case are out of order',
  level: 'warning',
  why: 'An injury comes before the denial, the denial before the application that disputes it, the application before the assignment, and the decision comes last. Where the case header has it otherwise, one of its dates is wrong, and deadlines that count from it are wrong too.',
  source: '8 CCR 9792.10.1(b) (application after the denial), 9792.10.6(d) (determination after the assignment); all 40 case headers that could be read keep this order.',
  marks:
    'A date of the case header. The order is: Date of Injury, UR Denial Date (Date of UR Decision), Application Received, Date Assigned, Decision Date (“Dated:” of a notice); two of them may be the same day, and those that are missing or no day are left out. If one date can be taken away so that the others are in order, that one is marked; if either of two could be the wrong one, the **later in this list** is marked. The date that it contradicts is shown beside it, so a single wrong date gives a single finding.\n\nIn notices of 2013 the sentence “An application … was filed on … disputing the Utilization Review Denial dated …” stands for what the header lacks; where the header has both dates too, the sentence is checked on its own and marked in the same way.',
  examples: {
    wrong: [
      { title: 'The year of the decision is wrong', text: datedLetter({ header: { 'Decision Date': '12/19/2015' } }) },
      { title: 'Received before it was denied', text: datedLetter({ header: { 'Application Received': '11/7/2016' } }) },
    ],
    right: [{ title: 'Denied and appealed on the same day', text: datedLetter({ header: { 'Application Received': '11/9/2016' } }) }],
  },
  check: ({ text, letter }) =>
    found(text, letter).map(({ date, other }): Observation => ({
      span: date.span,
      message: message(text, date, other),
      item: null,
      related: [{ span: other.span, message: l10n.t('This is the {0}.', kindName(other.kind)) }],
    })),
  fixes(context, finding) {
    const misfit = found(context.text, context.letter).find(({ date }) => date.span.start === finding.span.start);
    return misfit === undefined ? [] : otherYears(context, misfit);
  },
};

function found(text: string, letter: Letter): Misfit[] {
  const dates = caseDates(text, letter);
  const inHeader = misfits(dates);
  if (inHeader.length > 0) return inHeader;
  const told = noticeDates(text, letter);
  return misfits(dates.map((date) => told.find(({ kind }) => kind === date.kind) ?? date));
}

function message(text: string, date: CaseDate, other: CaseDate): string {
  const later = COURSE.indexOf(date.kind) > COURSE.indexOf(other.kind);
  const words = [kindName(date.kind), foldedText(text, date.span), kindName(other.kind), foldedText(text, other.span)];
  return later ? l10n.t('The {0} (“{1}”) is before the {2} (“{3}”).', ...words) : l10n.t('The {0} (“{1}”) is after the {2} (“{3}”).', ...words);
}

/** The year before or after, where it brings the date into order: the commonest slip, in December and January above all. */
function otherYears({ text, letter }: RuleContext, { date }: Misfit): Fix[] {
  const told = noticeDates(text, letter);
  const dates = caseDates(text, letter).map((each) => (told.some(({ span }) => span.start === date.span.start) ? (told.find(({ kind }) => kind === each.kind) ?? each) : each));
  const fits = (iso: string): boolean => misfits(dates.map((each) => (each.kind === date.kind ? { ...each, iso } : each))).length === 0;
  return [...otherYear(text, date.span, -1, fits), ...otherYear(text, date.span, 1, fits)];
}

/** What a kind of date is called within a sentence. */
export function kindName(kind: HeaderKind): string {
  switch (kind) {
    case 'dateOfInjury':
      return l10n.t('date of injury');
    case 'urDenialDate':
      return l10n.t('date of the UR denial');
    case 'applicationReceived':
      return l10n.t('date of the application');
    case 'dateAssigned':
      return l10n.t('date of the assignment');
    default:
      return l10n.t('date of the decision');
  }
}
