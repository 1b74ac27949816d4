import { LEVELS, type Finding, type Level } from '../rules';

export type CountByLevel = Readonly<Record<Level, number>>;

/** How many findings each disputed item has. */
export interface FindingCounts {
  byLevel(letter: number, item: number): CountByLevel;
  /** Those that a list of problems shows: all but hints. */
  visible(letter: number, item: number): number;
}

/** Counts once for all items; `letterOf` gives the index of the letter that a finding is in. */
export function countFindings(findings: readonly Finding[], letterOf: (finding: Finding) => number): FindingCounts {
  const counts = new Map<string, Record<Level, number>>();
  for (const finding of findings) {
    if (finding.item === null) continue;
    const key = `${letterOf(finding)} ${finding.item}`;
    const count = counts.get(key) ?? none();
    count[finding.level]++;
    counts.set(key, count);
  }
  const byLevel = (letter: number, item: number): CountByLevel => counts.get(`${letter} ${item}`) ?? none();
  return {
    byLevel,
    visible: (letter, item) => {
      const { error, warning, information } = byLevel(letter, item);
      return error + warning + information;
    },
  };
}

function none(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
}
