import * as l10n from '@vscode/l10n';
import { asked, ASKED_FOR } from './asked';
import { layoutOf } from '../letter/layouts';
import type { Letter, Span } from '../letter';
import { exampleLetter } from './example-letter';
import { FIELD_WORDS } from './fields';
import { insertion } from './insertion';
import type { Part } from './insertion';
import { mannerOf } from './manner';
import { firstLine, lastLine, letterEnd, lineEnd, visibleEnd } from './places';
import type { Rule } from './rule';

/** The letter announces decisions and holds none. */
export const issuesWithoutItems: Rule = {
  code: 'issues-without-items',
  title: 'The issues section holds no disputed item',
  level: 'warning',
  why: 'The section announces the decisions on the disputed treatments, and none follows. Most often the copy was cut off here.',
  source: 'Observed in letters: every issues section has at least one item.',
  marks: 'The line that announces the items; the heading of the section where there is none.',
  examples: {
    wrong: [{ title: 'The copy ends where the items should begin', text: exampleLetter({ noItem: true }) }],
    right: [{ title: 'One item', text: exampleLetter({}) }],
  },
  check({ text, letter }) {
    const announcement = letter.items.length === 0 ? announcementOf(letter) : null;
    if (!announcement) return [];
    const span = letter.introduction ? lastLine(text, announcement) : firstLine(text, announcement);
    return [{ span, message: l10n.t('No disputed item follows.'), item: null }];
  },
  fixes({ text, letter }) {
    const announcement = announcementOf(letter);
    if (!announcement || letter.items.length > 0) return [];
    const manner = mannerOf(text, letter);
    const at = visibleEnd(text, announcement.end, lineEnd(text, announcement.end, letterEnd(text, letter)));
    const fields = layoutOf(letter.layout).requiredFields.flatMap((kind): Part[] => [
      manner.separator + manner.labels[kind] + manner.labelGap,
      { hint: asked(FIELD_WORDS[kind].hint()).hint },
    ]);
    return [
      {
        title: l10n.t('Add a disputed item'),
        edits: [
          insertion(at, [
            manner.separator,
            asked(ASKED_FOR.request()),
            manner.decisionMark,
            { hint: '', plain: '____', choices: [manner.decisions.upheld, manner.decisions.overturned] },
            ...fields,
          ]),
        ],
        preferred: true,
      },
    ];
  },
};

function announcementOf(letter: Letter): Span | null {
  return letter.introduction ?? letter.sections.find((section) => section.kind === 'issues')?.heading ?? null;
}
