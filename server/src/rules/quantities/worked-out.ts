/** Numbers of a heading from which others can be worked out; more of them are a list. */
const MOST = 8;

/** One visit on top of the treatment. */
const EVALUATION = /\b(?:re-?)?(?:eval\w*|assess\w*|consult\w*|intake|examination)\b/i;
const TWO_SIDES = /\b(?:both|bilateral\w*|each|per\s+(?:side|knee|shoulder|hip|hand|foot|ankle|elbow|wrist|body\s+part|level))\b/i;

/** What a heading says in numbers. */
export interface Stated {
  readonly text: string;
  readonly values: readonly number[];
  /** Sessions that follow from how often and how long. */
  readonly courses: readonly number[];
  readonly refills: readonly number[];
}

/**
 * Whether a number can be worked out from those of a heading: their product
 * ("4 hours a day, 5 days a week" is 20 hours), the sum of its courses, with
 * refills, for both sides, with an evaluation, or as one factor of what the
 * heading names ("four vials of 100 units" are 400 units; `beside` are the other
 * numbers said). Source: arithmetic, and manners observed in letters.
 */
export function isWorkedOut(value: number, { text, values, courses, refills }: Stated, beside: readonly number[]): boolean {
  const one = EVALUATION.test(text) ? 1 : 0;
  const twice = TWO_SIDES.test(text) ? 2 : 1;
  const standsTwice = (number: number) => [...text.matchAll(/\d+/g)].filter(([figure]) => Number(figure) === number).length > 1;
  if (value === courses.slice(0, MOST).reduce((sum, each) => sum + each, 0)) return true;
  const numbers = [...values, ...courses].slice(0, MOST);
  return numbers.some((a, at) => {
    if (value === a + one || value === a * twice || (value === 2 * a && standsTwice(a))) return true;
    if (refills.some((count) => value === a * (count + 1) || value === a * count)) return true;
    if (beside.slice(0, MOST).some((other) => other > 1 && value > 1 && value * other === a)) return true;
    const rest = numbers.slice(at + 1);
    return rest.some((b, next) => value === a * b || value === a * b + one || rest.slice(next + 1).some((c) => value === a * b * c));
  });
}
