import * as l10n from '@vscode/l10n';
import { foldedText, type Letter } from '../../letter';
import type { Fix, Observation, Rule, RuleContext } from '../rule';
import { headerDates, type CaseDate } from './case-dates';
import { datedLetter } from './dated-letter';
import { toldDates, type ToldDate } from './told-dates';
import { writtenLike } from './written-like';

/** The summary or a rationale gives another day for the injury or the denial than the case header. */
export const headerAndSummaryDisagree: Rule = {
  code: 'header-and-summary-disagree',
  title: 'The case header and the summary give different dates',
  level: 'warning',
  why: 'The day of the injury and that of the denial tell which claim and which determination are decided. Where the case header and the text give different days, one of them is wrong, or another case’s file was read.',
  source: 'Observed in letters: one of 40 letters with a case header gives other days of injury and denial in its summary; the others agree wherever both are given.',
  marks:
    'The date in the clinical case summary or in a rationale; the value of the case header is shown beside it. Only dates with month, day and year count, and only right beside these words:\n\n- **injury** (against *Date of Injury*): *date of injury*, *injury date* or *DOI* before the date, with *of, on, is, was, :* between or nothing; *industrial, work, work-related, occupational … injury, accident, incident* with *of, on, dated, from*; *industrial, occupational … claim from (of)*; *injured on*, *hurt on*, *injured (hurt) his (her, the) …* of up to four words *on*; *sustained (suffered, incurred) a … injury on*; the date before *date of injury* (“a 01/23/2010 date of injury”).\n- **denial** (against *UR Denial Date*): *utilization review* or *UR*, with or without *report, decision, determination, denial, form, documentation, letter*, then *dated, of, from, on,* a bracket or nothing, then the date; *denied (non-certified, modified) by Utilization Review (the claims administrator) on*; “denied on <date> by Utilization Review”; *UR denied certification on*; “On <date>, (the) Utilization Review denied (non-certified, modified, determined …)”; “On <date>, the claims administrator failed to (denied, modified, did not)”.\n\nNot marked: a date in a summary (or rationale) that also gives the header’s own date for the same, since it may speak of several injuries or reviews; a date in a sentence that gives the header’s date too, for whatever (“UR on 11/7/2016 (received 11/9/2016)”); a range of dates (*from … to …*, *… and …*); a date with *prior, previous, past, another, second, third, subsequent, earlier, older, separate, different, non-industrial, new, additional, re-injured, multiple, several, both, first, initial, former, remote, later, motor, auto, amended, cumulative, continuous, repetitive, CT* (for reviews also *appeal determination, reconsideration, revised, also, received by, submitted to, reviewed by, sent to*) up to 80 characters before it in its sentence; a review that only *approved, certified, authorized* or *granted*; letters whose header lacks the row.',
  examples: {
    wrong: [
      { title: 'Another year of the injury', text: datedLetter({ summary: 'The applicant filed a claim for knee pain after an industrial injury of March 4, 2014.' }) },
      { title: 'Another day of the denial', text: datedLetter({ summary: 'The applicant hurt the left knee. In a utilization review report dated November 15, 2016, the claims administrator denied the request.' }) },
    ],
    right: [{ title: 'The same days, written otherwise', text: datedLetter({ summary: 'The applicant sustained an industrial injury on 03-04-15. Utilization Review (11-09-2016) denied the request.' }) }],
  },
  check: ({ text, letter }) =>
    disagreeing(text, letter).map(({ told, header }): Observation => ({
      span: told.span,
      message:
        told.kind === 'dateOfInjury'
          ? l10n.t('The date of injury is “{0}” here and “{1}” in the case header.', foldedText(text, told.span), foldedText(text, header.span))
          : l10n.t('The date of the UR denial is “{0}” here and “{1}” in the case header.', foldedText(text, told.span), foldedText(text, header.span)),
      item: told.item,
      related: [{ span: header.span, message: l10n.t('This is what the case header says.') }],
    })),
  fixes({ text, letter }: RuleContext, { span }): Fix[] {
    const found = disagreeing(text, letter).find(({ told }) => told.span.start === span.start);
    if (found === undefined || found.header.iso === null) return [];
    const { told, header } = found;
    const asHeader = writtenLike(text.slice(told.span.start, told.span.end), found.header.iso);
    const asTold = writtenLike(text.slice(header.span.start, header.span.end), told.iso);
    return [
      { title: l10n.t('Write “{0}” here, as in the case header', asHeader), edits: [{ span: told.span, newText: asHeader }] },
      { title: l10n.t('Write “{0}” in the case header, as here', asTold), edits: [{ span: header.span, newText: asTold }] },
    ];
  },
};

interface Disagreement {
  readonly told: ToldDate;
  readonly header: CaseDate;
}

/** A passage that gives several days for the same, the header's among them, speaks of several injuries or reviews. */
function disagreeing(text: string, letter: Letter): Disagreement[] {
  const header = headerDates(text, letter).filter(({ kind, iso }) => iso !== null && (kind === 'dateOfInjury' || kind === 'urDenialDate'));
  if (header.length === 0) return [];
  const all = toldDates(text, letter);
  const agreed = new Set(all.filter(({ kind, iso }) => header.some((row) => row.kind === kind && row.iso === iso)).map(({ kind, item }) => `${kind} ${item}`));
  return all.flatMap((told): Disagreement[] => {
    const row = header.find(({ kind }) => kind === told.kind);
    return row === undefined || row.iso === told.iso || told.beside.includes(row.iso ?? '') || agreed.has(`${told.kind} ${told.item}`) ? [] : [{ told, header: row }];
  });
}
