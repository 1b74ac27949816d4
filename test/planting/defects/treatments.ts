/** Words that name no treatment: general ones, parts of the body, sides, amounts. */
const GENERAL = new Set(
  ('therapy therapies injection injections surgery surgical testing test tests unit units treatment treatments session sessions visit visits service services procedure procedures evaluation consultation study studies'
    + ' left right bilateral both cervical lumbar thoracic spine neck back upper lower extremity extremities knee knees shoulder shoulders wrist hand elbow hip ankle foot head spinal lumbosacral sacral'
    + ' with without from each week weeks month months times daily twice once per day days hours over additional continued initial total purchase rental pair request requested retrospective outpatient physical tablets capsules patch patches refill refills level levels'
    + ' associated facility follow office home high three four five six eight ten twelve eight medical medically necessary physician provider patient support care program supply supplies group side pain cream system and the for')
    .split(' '),
);

/** The words of a request that name its treatment, in small letters. */
export function treatmentWords(request: string): string[] {
  return [...new Set((request.toLowerCase().match(/[a-z][a-z-]{2,}/g) ?? []).filter((word) => !GENERAL.has(word) && !/^[ltcs]\d/.test(word)))];
}

/** How many words of one list stand in another, endings apart. */
export function commonWords(one: readonly string[], other: readonly string[]): number {
  const stem = (word: string): string => word.replace(/(?:s|es|ies|ic|y)$/, '').slice(0, 6);
  const stems = new Set(other.map(stem));
  return one.filter((word) => stems.has(stem(word))).length;
}
