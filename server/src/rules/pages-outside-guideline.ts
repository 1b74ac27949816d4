import * as l10n from '@vscode/l10n';
import type { CitedPages, Guideline, PageRange } from '../guidelines';
import { allKnownCitations, namedTopics, pageRange, pagesText, type KnownCitation } from './citing';
import { citing } from './example-letter';
import { otherPages, renamed } from './renaming';
import type { Fix, Observation, Rule, RuleContext } from './rule';
import { certainty, restingOn } from './certainty';

const LUMBAR = { heading: 'MRI of the lumbar spine: Upheld' };

/** Pages that lie before the first or after the last page of the guideline or chapter cited. */
export const pagesOutsideGuideline: Rule = {
  code: 'pages-outside-guideline',
  title: 'Pages that the cited guideline does not have',
  level: 'warning',
  why: 'A page is cited so that a reader can look it up. Where the guideline or chapter has no such page, either the pages are wrong or another guideline is meant.',
  source: 'First and last pages of guidelines and chapters, from the catalogue. Where the range itself is unverified the finding is a hint and says so.',
  marks: 'The page or range of pages.',
  examples: {
    wrong: [
      { title: 'A page of another chapter', text: citing('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 343.', LUMBAR) },
      { title: 'A page after the last', text: citing('Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 160.') },
    ],
    right: [{ title: 'A page of the chapter', text: citing('Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303.', LUMBAR) }],
  },
  check: (context) =>
    allKnownCitations(context).flatMap((found) => {
      const { citation, entry, item } = found;
      const { pages } = entry;
      if (pages === undefined || entry.general === true) return [];
      return citation.pages.flatMap((cited, at): Observation[] => (outside(cited, pages) ? [observation(item, cited, entry, pages, citation.span.start, at)] : []));
    }),
  fixes(context, finding) {
    const place = finding.data as { citation: number; page: number } | undefined;
    const found = allKnownCitations(context).find(({ citation, item }) => item === finding.item && citation.span.start === place?.citation);
    const cited = found?.citation.pages[place?.page ?? -1];
    return found === undefined || cited === undefined ? [] : [...topicFixes(context, found, cited), ...chapterFixes(context, found, cited)];
  },
};

function outside(cited: CitedPages, { first, last }: PageRange): boolean {
  return cited.last < first || cited.first > last;
}

function observation(item: number, cited: CitedPages, entry: Guideline, pages: PageRange, citation: number, page: number): Observation {
  return {
    span: cited.span,
    message: l10n.t('“{0}” has {1} ({2}), and not {3}.', entry.name, pagesText(pages), certainty(pages), pageRange(cited)),
    item,
    ...restingOn(pages),
    data: { citation, page },
  };
}

/** The pages of the topic that the citation names. */
function topicFixes({ text, catalogue }: RuleContext, found: KnownCitation, cited: CitedPages): Fix[] {
  const named = namedTopics(text, found, catalogue);
  const topic = named.length === 1 && named[0]?.topics.length === 1 ? named[0].topics[0] : undefined;
  if (topic?.pages === undefined) return [];
  return [
    {
      title: l10n.t('Cite {0}, where “{1}” stands ({2})', pagesText(topic.pages), topic.name, certainty(topic.pages)),
      edits: [otherPages(text, cited, topic.pages)],
    },
  ];
}

/** The chapter of the same work that has the pages. */
function chapterFixes({ text, catalogue }: RuleContext, { citation, entry }: KnownCitation, cited: CitedPages): Fix[] {
  if (entry.chapter === undefined) return [];
  return catalogue.guidelines.flatMap((other): Fix[] => {
    const { pages } = other;
    if (other.family !== entry.family || other.ordinal !== entry.ordinal || pages === undefined || other === entry) return [];
    if (pages.first > cited.first || cited.last > pages.last) return [];
    const edits = renamed(text, citation, entry, other);
    return edits.length === 0 ? [] : [{ title: l10n.t('Name “{0}”, which has {1} ({2})', other.name, pagesText(cited), certainty(pages)), edits }];
  });
}
