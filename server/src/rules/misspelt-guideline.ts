import * as l10n from '@vscode/l10n';
import { knownCitations, type KnownCitation } from './citing';
import { citing } from './example-letter';
import { misspeltName, misspeltSection, type Misspelling } from './misspelt-names';
import type { Rule, RuleContext } from './rule';

/** A guideline, chapter or topic that is spelt wrong, and read all the same. */
export const misspeltGuideline: Rule = {
  code: 'misspelt-guideline',
  title: 'A guideline or topic is misspelt',
  level: 'information',
  why: 'A misspelt name is read here as what it means, but whoever searches for the guideline by its name will not find this letter.',
  source: 'Observed in letters: “Forewarm”, “Accupuncture”, “Therpay”; and names of the catalogue with one or two letters wrong.',
  marks: 'The misspelt name of a guideline, chapter or section of the catalogue, with one or two letters wrong, missing or too many, or a slip that letters hold; where the first words of a name are right (`Chronic Pain Medcal Treatment`), the name as far as the slip goes, year and pages left out. Blanks that text extraction has put into a word are not reported.',
  examples: {
    wrong: [
      { title: 'A chapter', text: citing('Decision based on MTUS Forewarm, Wrist, and Hand Complaints 2004.', { heading: 'X-ray of the left wrist: Upheld' }) },
      { title: 'A section', text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Specail Studies.') },
    ],
    right: [{ title: 'As they are called', text: citing('Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.') }],
  },
  mayBeSafe: true,
  check: (context) =>
    knownCitations(context).flatMap((found) =>
      misspellings(context, found).map(({ span, right }) => ({ span, message: l10n.t('Misspelt; read as “{0}”.', right), item: found.item })),
    ),
  fixes(context, finding) {
    const found = knownCitations(context)
      .filter(({ item }) => item === finding.item)
      .flatMap((each) => misspellings(context, each))
      .find(({ span }) => span.start === finding.span.start);
    if (found === undefined) return [];
    return [{ title: l10n.t('Change the spelling to “{0}”', found.right), edits: [{ span: finding.span, newText: found.right }], preferred: true, safe: found.sameWords }];
  },
};

function misspellings({ text, catalogue }: RuleContext, { citation, entry }: KnownCitation): Misspelling[] {
  const name = misspeltName(text, citation, entry);
  const sections = citation.sections.flatMap((span) => misspeltSection(text, span, entry, catalogue) ?? []);
  return name === null ? sections : [name, ...sections];
}
