import { labelsOf, subjectOf, textTargetOf, verdictOf, type Annotation, type ProposalTarget, type TextTarget } from './model';

export type ThreadStateName = 'open' | 'accepted' | 'rejected' | 'resolved';

/** Where a thread stands, and who said so last; `by`, `at` and `review` are `null` while nobody has, or where what was judged is another one now. */
export interface ThreadState {
  readonly name: ThreadStateName;
  /** The reviewer's name. */
  readonly by: string | null;
  readonly at: string | null;
  /** The id of the review that decided it. */
  readonly review: string | null;
}

/** What all persons have said about one passage or one proposal. */
export interface Thread {
  /** The first annotation's id, or the proposal's. */
  readonly id: string;
  /** The annotation that opened it; `null` where the thread is about a proposal. */
  readonly root: Annotation | null;
  /** The passage; of a proposal, the one that was named last. */
  readonly target: TextTarget | ProposalTarget;
  /** The labels of the first annotation. */
  readonly labels: readonly string[];
  /** Answers, and answers to answers, in the order of time. */
  readonly replies: readonly Annotation[];
  /** Reviews of the passage or proposal, and of what is said about it, in the order of time. */
  readonly reviews: readonly Annotation[];
  readonly state: ThreadState;
}

export interface Threads {
  /** In the order of time of what was said first in each, then by id. */
  readonly threads: readonly Thread[];
  /** Replies and reviews that lead to nothing: what they speak of is gone, or they speak of each other. */
  readonly dangling: readonly Annotation[];
  /** Older versions of an annotation that is there more than once, as two copies of one file hold it. */
  readonly superseded: readonly Annotation[];
}

/**
 * Folds the annotations of all persons into threads. The same for any order of
 * the annotations; nothing is left out. Of several reviews of one thing the
 * latest wins, at the same time the one with the greater id. A review of a
 * reply or of another review belongs to the thread and does not decide it. One
 * of a first annotation that was changed since does not, either: it is open again.
 */
export function threadsOf(annotations: readonly Annotation[]): Threads {
  const { byId, superseded } = newest(annotations);
  const said = [...byId.values()].sort(byTime);
  const proposals = new Set(said.flatMap(({ target }) => (typeof target !== 'string' && 'id' in target ? [target.id] : [])));
  const startOf = starts(byId, proposals);
  const threads = new Map<string, Annotation[]>();
  const dangling: Annotation[] = [];
  for (const annotation of said) {
    const start = startOf(annotation);
    if (start === null) dangling.push(annotation);
    else if (!threads.get(start)?.push(annotation)) threads.set(start, [annotation]);
  }
  return { threads: [...threads].map(([id, members]) => threadOf(id, members)), dangling, superseded };
}

/** Earlier first: by `modified`, what is no time before all others; then by id. */
export function byTime(a: Annotation, b: Annotation): number {
  return timeOf(a) - timeOf(b) || byText(a.id, b.id);
}

/** Of two versions of one annotation, the one that holds sorts last, whichever was read first: that which was changed last, then that which was placed last. */
export function byVersion(a: Annotation, b: Annotation): number {
  return byTime(a, b) || byText(placedOf(a), placedOf(b)) || byText(JSON.stringify(a), JSON.stringify(b));
}

function timeOf({ modified }: Annotation): number {
  const time = Date.parse(modified);
  // Finite, so that two of them differ by 0.
  return Number.isNaN(time) ? -Number.MAX_VALUE : time;
}

function placedOf(annotation: Annotation): string {
  const placed: unknown = textTargetOf(annotation)?.['imr:placed'];
  return typeof placed === 'string' ? placed : '';
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The newest version of each, and the others, each once. */
function newest(annotations: readonly Annotation[]): { byId: Map<string, Annotation>; superseded: Annotation[] } {
  const versions = new Map<string, Annotation[]>();
  for (const annotation of annotations) if (!versions.get(annotation.id)?.push(annotation)) versions.set(annotation.id, [annotation]);
  const byId = new Map<string, Annotation>();
  const superseded: Annotation[] = [];
  for (const [id, all] of versions) {
    const sorted = all.length === 1 ? all : all.sort(byVersion).filter((version, index) => index === all.length - 1 || byVersion(version, all[index + 1]!) !== 0);
    byId.set(id, sorted.at(-1)!);
    superseded.push(...sorted.slice(0, -1));
  }
  return { byId, superseded: superseded.sort(byVersion) };
}

/** From an annotation to the id of its thread; `null` for none. Each link is followed once. */
function starts(byId: ReadonlyMap<string, Annotation>, proposals: ReadonlySet<string>): (annotation: Annotation) => string | null {
  const known = new Map<string, string | null>();
  return (annotation) => {
    const path: string[] = [];
    let start: string | null = null;
    for (let at: Annotation | undefined = annotation; at; ) {
      const before = known.get(at.id);
      if (before !== undefined) {
        start = before;
        break;
      }
      // Whoever comes back here speaks of himself.
      known.set(at.id, null);
      path.push(at.id);
      const subject = subjectOf(at);
      if (subject === null) start = at.id;
      else if (!byId.has(subject) && proposals.has(subject)) start = subject;
      at = subject === null ? undefined : byId.get(subject);
    }
    for (const id of path) known.set(id, start);
    return start;
  };
}

function threadOf(id: string, members: readonly Annotation[]): Thread {
  const root = members.find((member) => member.id === id) ?? null;
  const rest = members.filter((member) => member !== root);
  const reviews = rest.filter(({ motivation }) => motivation === 'assessing');
  const deciding = reviews.filter((review) => subjectOf(review) === id && verdictOf(review) !== null).at(-1);
  const targets = (root ? [root] : members).map(textTargetOf).filter((target) => target !== null);
  return {
    id,
    root,
    // A thread begins with a passage or a proposal, so there is one.
    target: targets.at(-1)!,
    labels: root ? labelsOf(root) : [],
    replies: rest.filter(({ motivation }) => motivation !== 'assessing'),
    reviews,
    state: stateAfter(deciding && root && timeOf(root) > timeOf(deciding) ? undefined : deciding),
  };
}

function stateAfter(review: Annotation | undefined): ThreadState {
  const verdict = review ? verdictOf(review) : null;
  if (!review || verdict === null) return { name: 'open', by: null, at: null, review: null };
  return { name: verdict === 'reopened' ? 'open' : verdict, by: review.creator.name, at: review.modified, review: review.id };
}
