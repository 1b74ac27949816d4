import { squeezeName, type Catalogue, type PageRange, type Topic } from '../guidelines';

export type Pages = Pick<PageRange, 'first' | 'last'>;

/** The topic of a guideline that bears a name, of a workspace's own file before the catalogue's. */
export function topicNamed(of: Catalogue, guideline: string, name: string): Topic | undefined {
  const sought = folded(name);
  const topics = of.topicsIn(guideline).filter((topic) => topic.citedPagesOnly !== true).reverse();
  return (
    topics.find((topic) => folded(topic.name) === sought) ??
    topics.find((topic) => [...(topic.aliases ?? []), ...(topic.misspellings ?? [])].some((other) => folded(other) === sought))
  );
}

function folded(name: string): string {
  return squeezeName(name).replace(/[^a-z0-9]+/g, '');
}

/** The two topics that hold the pages most closely: a page of "Physical medicine" rather than of the whole part. */
export function topicsOn(topics: readonly Topic[], { first, last }: Pages): Topic[] {
  const length = ({ pages }: Topic): number => (pages === undefined ? Infinity : pages.last - pages.first);
  return topics
    .filter(({ pages }) => pages !== undefined && pages.first <= first && last <= pages.last)
    .sort((a, b) => length(a) - length(b))
    .slice(0, 2);
}

/** A page or a range as letters write it: `60`, `98-99`. */
export function range({ first, last }: Pages): string {
  return first === last ? `${first}` : `${first}-${last}`;
}
