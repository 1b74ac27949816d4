import * as l10n from '@vscode/l10n';
import type { Letter, SectionKind, Span } from '../letter';
import { layoutOf } from '../letter/layouts';
import { exampleLetter } from './example-letter';
import { insertion } from './insertion';
import type { Part } from './insertion';
import { mannerOf, sectionHeading } from './manner';
import { firstLine, indentStart, itemMark, lastLine, letterEnd, startsLine } from './places';
import type { Edit, Observation, Rule, RuleContext } from './rule';

/** A section that the layout asks for has no heading. */
export const missingSection: Rule = {
  code: 'missing-section',
  title: 'A section of the letter is missing',
  level: 'warning',
  why: 'The sections of a letter have fixed headings: how the determination was made, who reviewed it, the clinical case summary, and the issues with their decisions. A heading that is gone is a part that is lost, or that runs on under the wrong name. Case header, notice page and list of records are no part of this check: public copies have lost them.',
  source: 'Observed in letters: each layout has the same sections in the same order.',
  marks: 'The first line of what follows the place where the section should stand; the last line of a letter that ends before it.',
  examples: {
    wrong: [{ title: 'The summary has no heading', text: exampleLetter({ summaryHeading: null }) }],
    right: [{ title: 'All sections have theirs', text: exampleLetter({}) }],
  },
  check({ text, letter }) {
    const layout = layoutOf(letter.layout);
    return layout.requiredSections
      .filter((kind) => !letter.sections.some((section) => section.kind === kind))
      .map((kind): Observation => {
        const { previous, next } = around(text, letter, kind);
        return {
          span: next ?? lastLine(text, { start: letter.span.start, end: letterEnd(text, letter) }),
          message: l10n.t('The section “{0}” is missing.', sectionHeading(letter, kind)),
          item: null,
          related: previous ? [{ span: previous, message: l10n.t('It belongs after this section.') }] : [],
          data: { section: kind },
        };
      });
  },
  fixes(context, finding) {
    const kind = layoutOf(context.letter.layout).requiredSections.find(
      (candidate) => candidate === (finding.data as { section?: unknown } | undefined)?.section,
    );
    if (!kind) return [];
    const heading = sectionHeading(context.letter, kind);
    return [
      {
        title: l10n.t('Add the heading “{0}”', heading),
        edits: [headingInsertion(context, kind, heading)],
        preferred: true,
      },
    ];
  },
};

/** What stands before and after the place of a section, by the order of the layout. */
function around(text: string, letter: Letter, kind: SectionKind): { previous: Span | null; next: Span | null } {
  const order = layoutOf(letter.layout).headings.map((heading) => heading.kind);
  const rank = order.indexOf(kind);
  const before = letter.sections.filter((section) => order.indexOf(section.kind) < rank).at(-1);
  const after = letter.sections.find((section) => order.indexOf(section.kind) > rank);
  return {
    previous: before ? firstLine(text, before.heading) : null,
    next: after ? firstLine(text, after.heading) : issuesStart(text, letter),
  };
}

/** What the issues section begins with where its heading is gone. */
function issuesStart(text: string, letter: Letter): Span | null {
  if (letter.introduction) return firstLine(text, letter.introduction);
  const item = letter.items[0];
  return item ? itemMark(text, item) : null;
}

/**
 * The heading before what follows it. Before the introduction or an item the
 * section's text is there already; elsewhere the writer is asked for it.
 */
function headingInsertion({ text, letter }: RuleContext, kind: SectionKind, heading: string): Edit {
  const manner = mannerOf(text, letter);
  const { next } = around(text, letter, kind);
  const hint: Part = { hint: l10n.t('text of the section') };
  if (!next) {
    const end = letterEnd(text, letter);
    const before = end > letter.span.start ? [manner.separator] : [];
    return insertion(end, [...before, heading + manner.headingGap, hint]);
  }
  const at = indentStart(text, next.start);
  const before = startsLine(text, at) ? [] : [manner.separator];
  const own = kind === 'issues' && issuesStart(text, letter)?.start === next.start;
  return insertion(at, [...before, heading, ...(own ? [manner.headingGap] : [manner.headingGap, hint, manner.separator])]);
}
