import * as l10n from '@vscode/l10n';
import type { CitedPages, PageRange, Topic } from '../guidelines';
import { certainty, restingOn } from './certainty';
import { knownCitations, namedTopics, pageRange, pagesText, type KnownCitation } from './citing';
import { citing } from './example-letter';
import { otherPages } from './renaming';
import type { Fix, Observation, Rule, RuleContext } from './rule';

/** Pages known from memory only may be off by one. */
const SLACK = 1;
/** More repairs than these would be a list of the guideline. */
const MOST_TOPICS = 2;

/** The topic named stands on other pages than those cited. */
export const pagesOfAnotherTopic: Rule = {
  code: 'pages-of-another-topic',
  title: 'Pages of another topic than the one named',
  level: 'warning',
  why: 'Topic and pages name the same passage twice. Where they lead to different passages, a reader cannot tell on which of them the decision rests.',
  source:
    'Pages of the topics of the chronic pain guideline of 2009, from the catalogue. Where the pages of the topic are unverified, the finding is a hint, says so, and leaves one page of room. Observed in letters: manual therapy’s pages behind physical therapy.',
  marks: 'The pages. Both repairs are offered: the pages of the topic named, and the topic of the pages named.',
  examples: {
    wrong: [{ title: 'Pages of manual therapy', text: citing('Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine Page(s): 58-60.') }],
    right: [{ title: 'Topic and pages agree', text: citing('Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98-99.') }],
  },
  check: (context) =>
    knownCitations(context).flatMap((found): Observation[] => {
      const topics = pagedTopics(context, found);
      if (topics === null) return [];
      return found.citation.pages.flatMap((cited, at): Observation[] => {
        const { pages: whole } = found.entry;
        // What the guideline does not have at all has a rule of its own.
        if (whole !== undefined && (cited.last < whole.first || cited.first > whole.last)) return [];
        if (topics.some(({ pages }) => touches(cited, pages))) return [];
        const [topic] = topics;
        return [
          {
            span: cited.span,
            message: l10n.t('“{0}” stands on {1} ({2}), and not on {3}.', topic.name, pagesText(topic.pages), certainty(topic.pages), pageRange(cited)),
            item: found.item,
            ...restingOn(...topics.map(({ pages }) => pages)),
            data: { citation: found.citation.span.start, page: at },
          },
        ];
      });
    }),
  fixes(context, finding) {
    const place = finding.data as { citation: number; page: number } | undefined;
    const found = knownCitations(context).find(({ citation, item }) => item === finding.item && citation.span.start === place?.citation);
    const cited = found?.citation.pages[place?.page ?? -1];
    const topics = found === undefined ? null : pagedTopics(context, found);
    if (found === undefined || cited === undefined || topics === null) return [];
    const pages = topics.length === 1 ? [pagesFix(context, cited, topics[0])] : [];
    return [...pages, ...topicFixes(context, found, cited)];
  },
};

type PagedTopic = Topic & { readonly pages: PageRange };

/** The topics that a citation names, where every one of its sections is one whose pages are known. */
function pagedTopics({ text, catalogue }: RuleContext, found: KnownCitation): readonly [PagedTopic, ...PagedTopic[]] | null {
  if (found.citation.pages.length === 0 || found.citation.sections.length === 0) return null;
  const named = namedTopics(text, found, catalogue);
  if (named.length < found.citation.sections.length) return null;
  const topics = named.flatMap((each) => each.topics);
  const [first, ...more] = topics.filter((topic): topic is PagedTopic => topic.pages !== undefined);
  return first === undefined || more.length + 1 < topics.length ? null : [first, ...more];
}

function touches(cited: CitedPages, pages: PageRange): boolean {
  const slack = pages.confidence === 'seen' ? 0 : SLACK;
  return cited.last >= pages.first - slack && cited.first <= pages.last + slack;
}

function pagesFix({ text }: RuleContext, cited: CitedPages, topic: PagedTopic): Fix {
  return {
    title: l10n.t('Cite {0}, where “{1}” stands ({2})', pagesText(topic.pages), topic.name, certainty(topic.pages)),
    edits: [otherPages(text, cited, topic.pages)],
  };
}

function topicFixes({ catalogue }: RuleContext, { citation, entry }: KnownCitation, cited: CitedPages): Fix[] {
  const section = citation.sections.length === 1 ? citation.sections[0] : undefined;
  if (section === undefined) return [];
  const length = (topic: Topic): number => (topic.pages === undefined ? Infinity : topic.pages.last - topic.pages.first);
  return catalogue
    .topicsIn(entry.id)
    .filter(({ pages, citedPagesOnly }) => pages !== undefined && citedPagesOnly !== true && pages.first <= cited.first && cited.last <= pages.last)
    .sort((a, b) => length(a) - length(b))
    .slice(0, MOST_TOPICS)
    .map((topic) => ({
      title: l10n.t('Name the topic of {0}, “{1}” ({2})', pagesText(cited), topic.name, certainty(topic.pages ?? topic)),
      edits: [{ span: section, newText: topic.name }],
    }));
}
