import * as l10n from '@vscode/l10n';
import { knownCitations, namedTopics, type KnownCitation } from './citing';
import { certainty, restingOn } from './certainty';
import { citing } from './example-letter';
import type { Observation, Rule, RuleContext } from './rule';
import { misspeltSection } from './misspelt-names';

/** A section by which letters call a topic that the guideline calls otherwise, or does not have. */
export const topicNotSoNamed: Rule = {
  code: 'topic-not-so-named',
  title: 'A topic that the guideline does not have under this name',
  level: 'information',
  why: 'The chronic pain guideline of 2009 is in alphabetical order: under a name that it does not use, a reader finds nothing.',
  source: 'The topics of the catalogue and the names by which letters call them. Observed in letters: “Physical Therapy” for “Physical medicine”. Where the topic’s name is unverified the finding is a hint.',
  marks: 'The name of the section.',
  examples: {
    wrong: [{ title: 'The usual word, and not the guideline’s', text: citing('Decision based on MTUS Chronic Pain Treatment Guidelines Physical Therapy Page(s): 98-99.') }],
    right: [{ title: 'As the guideline has it', text: citing('Decision based on MTUS Chronic Pain Treatment Guidelines Physical medicine Page(s): 98-99.') }],
  },
  check: (context) => knownCitations(context).flatMap((found) => named(context, found).map(({ observation }) => observation)),
  fixes(context, finding) {
    for (const found of knownCitations(context)) {
      if (found.item !== finding.item) continue;
      for (const { observation, name } of named(context, found)) {
        if (observation.span.start !== finding.span.start || name === null) continue;
        return [{ title: l10n.t('Name it “{0}”', name), edits: [{ span: observation.span, newText: name }], preferred: true }];
      }
    }
    return [];
  },
};

/** A hyphen more or less, or what stands in brackets behind a name, makes it no other one. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Named {
  readonly observation: Observation;
  /** The guideline's own name; `null` where it has no such topic. */
  readonly name: string | null;
}

function named({ text, catalogue }: RuleContext, found: KnownCitation): Named[] {
  return namedTopics(text, found, catalogue).flatMap(({ span, topics, alias }): Named[] => {
    const [topic, ...more] = topics;
    if (topic === undefined || more.length > 0 || misspeltSection(text, span, found.entry, catalogue) !== null) return [];
    if (topic.notATopic === true) {
      const message = l10n.t('“{0}” has no such topic, as far as is known ({1}).', found.entry.name, certainty(topic));
      return [{ observation: { span, message, item: found.item, ...restingOn(topic) }, name: null }];
    }
    if (!alias || lettersOf(topic.name).startsWith(lettersOf(text.slice(span.start, span.end)))) return [];
    const message = l10n.t('“{0}” has this under the name “{1}” ({2}).', found.entry.name, topic.name, certainty(topic));
    return [{ observation: { span, message, item: found.item, ...restingOn(topic) }, name: topic.name }];
  });
}
