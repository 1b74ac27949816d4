import type { Span } from '../../letter';
import * as V from './vocabulary';
import type { Word } from './words';

/** What a sentence says of a treatment. */
export interface Verdict {
  /** `care`: it is necessary, or the denial falls. `unclear`: it speaks of necessity, but how cannot be told for sure. */
  readonly value: 'care' | 'denial' | 'unclear';
  /** In the form's own terms (medically necessary, medical necessity, upheld), not "recommended" or "appropriate". */
  readonly strong: boolean;
  /** It is a reason ("As the surgery is not medically necessary, …"), not what follows from it. */
  readonly reason: boolean;
  /** The words that say so. */
  readonly span: Span;
  /** Zero-based indexes of words: where its clause begins and ends (exclusive), and its first and last word. */
  readonly clause: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Words between a verb and its verdict that are looked at. */
const NEAR = 10;
/** Words between "medical necessity" and what is said of it. */
const FAR = 40;
const LONGEST_CLAUSE = 150;

/**
 * The verdicts of one sentence, in order. Conditions ("if …", "would be … when"),
 * reported words of others and past decisions are none. Gives nothing for words
 * that decide nothing; time linear in the sentence.
 */
export function verdictsIn(words: readonly Word[]): Verdict[] {
  const sentence = new Sentence(words);
  const verdicts: Verdict[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const verdict = sentence.verdictAt(at);
    if (verdict === undefined) continue;
    const before = verdicts.at(-1);
    // "medically necessary and appropriate", "not medically necessary, medically appropriate, or indicated": one verdict.
    if (before !== undefined && before.clause === verdict.clause && sentence.joined(before.to, verdict.to)) {
      if (!before.strong && verdict.strong) verdicts[verdicts.length - 1] = { ...verdict, from: before.from, span: { start: before.span.start, end: verdict.span.end } };
      continue;
    }
    verdicts.push(verdict);
  }
  return verdicts;
}

class Sentence {
  /** For each word, where its clause begins. */
  private readonly clauses: readonly number[];
  /** For each word, how many quotation marks stand before it, and where the last one stands. */
  private readonly quotes: readonly number[];

  constructor(private readonly words: readonly Word[]) {
    this.clauses = clausesOf(words);
    let open = -1;
    this.quotes = words.map(({ word }, index) => {
      if (word === '"') open = open < 0 ? index : -1;
      return open;
    });
  }

  verdictAt(at: number): Verdict | undefined {
    const word = this.word(at);
    if (word === 'necessity') return this.ofNecessity(at);
    if (V.KEPT.has(word) || V.TURNED.has(word)) return this.ofDenial(at, V.KEPT.has(word));
    if (word === 'agree' || word === 'concur' || word === 'disagree') return this.ofAgreement(at);
    if (V.FOR.has(word) || V.AGAINST.has(word) || V.GRANTED.has(word) || V.REFUSED.has(word)) return this.ofPredicate(at);
    if (V.CERTIFICATION.has(word)) return this.ofCertification(at);
    if ((V.RIGHT.has(word) || V.WRONG.has(word)) && this.speaksOfDenial(this.clauses[at] ?? 0, at)) return this.ofPredicate(at);
    return word === 'neither' ? this.ofNeither(at) : undefined;
  }

  /** Two verdicts with nothing between but what joins them. */
  joined(first: number, second: number): boolean {
    if (second - first > 8) return false;
    for (let i = first + 1; i < second; i += 1) {
      const word = this.word(i);
      if (!V.FILLER.has(word) && !V.NEGATION.has(word) && !V.FOR.has(word) && !isManner(word)) return false;
    }
    return true;
  }

  private word(at: number): string {
    return this.words[at]?.word ?? '';
  }

  private verdict(value: Verdict['value'], strong: boolean, from: number, to: number): Verdict | undefined {
    const clause = this.clauses[to] ?? 0;
    if (this.isQuoted(from) || this.isReported(clause, from)) return undefined;
    if (this.isConditional(clause, to, value)) return undefined;
    const first = this.words[from];
    const last = this.words[to];
    if (first === undefined || last === undefined) return undefined;
    let end = to + 1;
    while (end < Math.min(this.words.length, to + FAR) && (this.clauses[end] ?? 0) <= to) end += 1;
    return { value, strong, reason: this.isReason(clause), span: { start: first.start, end: last.end }, clause, end, from, to };
  }

  /** "is (not) medically necessary", "cannot be certified", "find the request medically necessary". */
  private ofPredicate(at: number): Verdict | undefined {
    const word = this.word(at);
    const clause = this.clauses[at] ?? 0;
    let strong = false;
    for (let i = at - 1; i >= Math.max(clause, at - 5) && !strong; i -= 1) strong = this.word(i) === 'medically' || this.word(i) === 'medical';
    const group = this.groupBefore(at, clause);
    const next = this.word(at + 1);
    if (this.isAttribute(at, next, group)) return undefined;
    if (!strong && V.ASKED.has(word) && this.asksForPapers(clause, group.from)) return undefined;
    if (group.link && word === 'recommended' && V.CERTIFICATION.has(this.word(clause)) && this.word(clause) !== 'denial' && group.from === clause + 1) strong = true;
    const participle = V.GRANTED.has(word) || V.REFUSED.has(word);
    if (participle && !strong && (group.past || this.isHistory(at, clause))) return undefined;
    if (participle && next === 'by' && !/^(?:mtus|odg|acoem|the|guidelines?|current|evidence)$/.test(this.word(at + 2))) return undefined;
    if (V.MAYBE.has(group.modal) && group.negations === 0) return undefined;
    const elliptic = !group.link && this.isElliptic(at, clause, group.from);
    if (!elliptic && !group.link && !this.isFound(group.from, clause) && group.from > clause) return undefined;
    if (!elliptic && !strong && this.isAside(at, group)) return undefined;
    const negative = V.AGAINST.has(word) || V.REFUSED.has(word) || V.WRONG.has(word);
    const against = group.negations % 2 === 1 ? !negative : negative;
    const denied = this.speaksOfDenial(clause, group.from);
    if (denied && word !== 'recommended' && (V.REFUSED.has(word) || V.GRANTED.has(word))) return undefined;
    let value: Verdict['value'] = against !== denied ? 'denial' : 'care';
    if (denied && group.past) value = 'unclear';
    if (group.negations > 1 && !negative) value = 'unclear';
    if (group.modal === 'would' && value === 'care' && strong && this.word(at - 1) !== 'medically') value = 'unclear';
    const matrix = this.negationBefore(clause, group.from, group.negations === 0);
    if (matrix !== undefined) value = matrix.value === 'denial' && value === 'care' && !denied ? 'denial' : 'unclear';
    const from = matrix !== undefined && value === 'denial' && at - matrix.at < 2 * NEAR ? matrix.at : group.from;
    return this.verdict(value, strong || denied, from, at);
  }

  /** "Medical necessity … has not been established", "fails to establish medical necessity", "no medical necessity". */
  private ofNecessity(at: number): Verdict | undefined {
    const strong = this.word(at - 1) === 'medical';
    const start = strong ? at - 1 : at;
    const clause = this.clauses[start] ?? 0;
    if (!strong && !(this.word(at + 1) === 'of' || this.word(at + 1) === 'for' || this.word(at - 1) === 'no')) return undefined;
    let negations = 0;
    let shows = /^(?:there is|there are|is an?|are an?|is of|meets the)$/.test(`${this.word(start - 2)} ${this.word(start - 1)}`) || (this.word(start - 2) === 'is' && this.word(start - 3) === 'there');
    let maybe = false;
    let leads = start;
    for (let i = start - 1; i >= Math.max(clause, start - FAR); i -= 1) {
      const word = this.word(i);
      if (V.NEGATION.has(word) && !this.isHarmless(i)) {
        negations += 1;
        if (start - i <= NEAR) leads = i;
      }
      if (V.SHOWING.has(word) && start - i <= NEAR && (this.word(i - 1) !== 'to' || this.isEnough(clause, i))) {
        shows = true;
        leads = Math.min(leads, i);
      }
      if (V.MAYBE.has(word) || word === 'would' || word === 'unable') maybe = true;
    }
    // What is said behind it weighs more than what leads to it.
    let link = -1;
    let after = 0;
    for (let i = at + 1; i < Math.min(this.words.length, at + FAR); i += 1) {
      const word = this.word(i);
      if (word === ';' || (link < 0 && V.THEREFORE.has(word) && word !== ':' && !/^(?:,|has|is|was|are|have|cannot|remains)$/.test(this.word(i + 1)))) break;
      if (V.LINK.has(word) && link < 0) link = i;
      if (link < 0) {
        if (word === ':' ) link = i;
        else continue;
      }
      const doubted = V.UNSHOWN.has(word);
      if (V.NEGATION.has(word) && !doubted) after += 1;
      if (doubted || V.SHOWN.has(word) || V.AGAINST.has(word)) {
        if (V.CONDITION.has(this.word(i + 1)) && after === 0) return undefined;
        const against = (after % 2 === 1) !== (doubted || V.AGAINST.has(word));
        const clear = negations === 0 && after < 2 && !/^(?:may|might|could|would|should|must)$/.test(this.word(link));
        return this.verdict(clear ? (against ? 'denial' : 'care') : against && negations === 0 ? 'denial' : 'unclear', strong, this.word(link) === ':' ? link + 1 : link, i);
      }
      if (i - link > NEAR) break;
    }
    if (negations > 0) return this.verdict(negations === 1 || this.word(start - 1) === 'no' ? 'denial' : 'unclear', strong, leads, at);
    return this.verdict(shows && !maybe ? 'care' : 'unclear', strong, leads, at);
  }

  /** "sufficient notes to support …". */
  private isEnough(clause: number, at: number): boolean {
    for (let i = at - 1; i >= Math.max(clause, at - NEAR); i -= 1) if (/^(?:sufficient|adequate|enough|ample)$/.test(this.word(i))) return true;
    return false;
  }

  /** "The denial is upheld", "I recommend overturning the decision". */
  private ofDenial(at: number, kept: boolean): Verdict | undefined {
    const clause = this.clauses[at] ?? 0;
    const alone = this.words.length <= 3;
    let names = alone;
    for (let i = Math.max(0, at - FAR); i < Math.min(this.words.length, at + 14) && !names; i += 1) {
      names = (V.DENIAL.has(this.word(i)) && i >= clause) || (this.word(i) === 'certification' && this.word(i - 1) === 'non');
    }
    const group = this.groupBefore(at, clause);
    const word = this.word(at);
    const past = group.past || V.HISTORY.has(this.word(at - 1));
    if (word.endsWith('ed') || word === 'upheld' ? past || (!group.link && !alone) : false) return undefined;
    if (!names) return word === 'stands' ? undefined : this.verdict('unclear', true, group.from, at);
    const against = (group.negations % 2 === 1) !== kept;
    return this.verdict(group.negations > 1 || V.MAYBE.has(group.modal) ? 'unclear' : against ? 'denial' : 'care', true, group.from, at);
  }

  /** "I agree with the denial". */
  private ofAgreement(at: number): Verdict | undefined {
    const clause = this.clauses[at] ?? 0;
    for (let i = at + 1; i < Math.min(this.words.length, at + 12); i += 1) {
      const word = this.word(i);
      if (word === ',' || word === ';') break;
      if (!V.DENIAL.has(word) && !(word === 'certification' && this.word(i - 1) === 'non')) continue;
      const group = this.groupBefore(at, clause);
      const against = (group.negations % 2 === 1) !== (this.word(at) !== 'disagree');
      return this.verdict(group.negations > 1 ? 'unclear' : against ? 'denial' : 'care', true, group.from, i);
    }
    return undefined;
  }

  /** "Recommend certification", "recommending non-certification". */
  private ofCertification(at: number): Verdict | undefined {
    const clause = this.clauses[at] ?? 0;
    for (let i = at - 1; i >= Math.max(clause, at - 4); i -= 1) {
      const word = this.word(i);
      if (V.KEPT.has(word) || V.TURNED.has(word) || word === 'that') return undefined;
      if (!/^(?:recommend|recommending)$/.test(word)) continue;
      const group = this.groupBefore(i, clause);
      const refused = this.word(at) === 'denial' || this.word(at).startsWith('non') || this.word(at - 1) === 'non';
      const against = (group.negations % 2 === 1) !== refused;
      return this.verdict(group.negations > 1 ? 'unclear' : against ? 'denial' : 'care', true, group.from, at);
    }
    return undefined;
  }

  /** "As the surgery is not medically necessary, neither is the brace." */
  private ofNeither(at: number): Verdict | undefined {
    if (!/^(?:is|are)$/.test(this.word(at + 1))) return undefined;
    return this.verdict('denial', true, at, at + 1);
  }

  /** The verb with its fillers directly before a verdict. */
  private groupBefore(at: number, clause: number): { from: number; link: boolean; negations: number; past: boolean; modal: string } {
    let from = at;
    let link = false;
    let finite = false;
    let negations = 0;
    let past = false;
    let modal = '';
    const stop = Math.max(clause, at - 3 * NEAR);
    for (let i = at - 1; i >= stop; i -= 1) {
      const word = this.word(i);
      const isLink = V.LINK.has(word);
      const isNegation = V.NEGATION.has(word) && !this.isHarmless(i);
      if (!isLink && !isNegation && !V.FILLER.has(word) && !isManner(word)) {
        if (finite || !this.leadsOn(i, stop)) break;
        continue;
      }
      if (isNegation && !(word === 'nor' && this.negatedBefore(i, stop))) negations += 1;
      if (isLink) {
        link = true;
        if (!/^(?:be|been|being)$/.test(word)) finite = true;
        if (V.PAST.has(word)) past = true;
        if (/^(?:may|might|could|would|should|will|can|cannot)$/.test(word)) modal = word;
      }
      if (isLink || isNegation || word === 'medically' || word === 'medical') from = i;
    }
    // "is not, on this record, necessary": fillers before the verb are none of the verdict.
    return { from, link, negations, past, modal };
  }

  /** "neither … nor", "not … nor": one negation, not two. */
  private negatedBefore(at: number, stop: number): boolean {
    for (let i = at - 1; i >= Math.max(stop, at - NEAR); i -= 1) if (/^(?:not|neither|cannot)$/.test(this.word(i))) return true;
    return false;
  }

  /** Words put in between: "is not, on this record, medically necessary", "was not shown by the notes to be". */
  private leadsOn(at: number, stop: number): boolean {
    for (let i = at; i >= Math.max(stop, at - 6); i -= 1) {
      const word = this.word(i);
      if (/^(?:who|which|that|where|and|or|but)$/.test(word)) return false;
      if (V.LINK.has(word) || (V.NEGATION.has(word) && V.LINK.has(this.word(i - 1)))) {
        const follows = this.word(i + 1);
        return V.NEGATION.has(follows) || follows === ',' || V.NEGATION.has(word) || word === 'cannot' || /^(?:per|by|under|on|in|for|from|according|based)$/.test(follows);
      }
    }
    return false;
  }

  /** "medically necessary treatment" names no verdict, "is not a medically necessary treatment" does. */
  private isAttribute(at: number, next: string, group: { readonly link: boolean }): boolean {
    if (!/^(?:treatments?|services?|care|procedures?|supplies|equipment|items?|medications?|interventions?|medical|indications?|therap(?:y|ies)|modality|device|test|amount|number|use|course|requirements?|documentation|criteria|guidelines?|information|level|doses?|dosages?|trials?|surgery|surgical|follow)$/.test(next)) return false;
    if (!group.link) return true;
    for (let i = at - 1; i > at - 6; i -= 1) if (this.word(i) === 'a' || this.word(i) === 'an') return false;
    return true;
  }

  /** "granted above", "the number that is recommended", "are “recommended”": not said of a request. */
  private isAside(at: number, { from, link }: { readonly from: number; readonly link: boolean }): boolean {
    if (this.word(at - 1) === '"') return true;
    if (!link) return !this.isFound(from, this.clauses[at] ?? 0) && this.words.length > 3;
    for (let i = from - 1; i >= Math.max(0, from - 4); i -= 1) if (/^(?:that|which|who|where|when)$/.test(this.word(i))) return i >= (this.clauses[at] ?? 0);
    return false;
  }

  /** "Request denied.", "Therefore, request not certified": the verb is left out. */
  private isElliptic(at: number, clause: number, from: number): boolean {
    const next = this.word(at + 1);
    if (!(next === '' || /^[.,;)]$/.test(next) || next === 'and' || next === 'at')) return false;
    let request = false;
    for (let i = clause; i < from; i += 1) {
      if (V.REQUEST.has(this.word(i))) request = true;
      else if (!V.THEREFORE.has(this.word(i)) && !/^(?:the|this|as|such|and|so|,|treatment|service)$/.test(this.word(i))) return false;
    }
    return request;
  }

  /** "I find the request medically necessary", "makes the request not medically necessary". */
  private isFound(from: number, clause: number): boolean {
    for (let i = from - 1; i >= Math.max(clause, from - FAR); i -= 1) if (V.FINDING.has(this.word(i))) return true;
    return false;
  }

  /** "More information is needed": no treatment. */
  private asksForPapers(clause: number, from: number): boolean {
    for (let i = clause; i < from; i += 1) if (V.PAPERS.has(this.word(i))) return true;
    return false;
  }

  private isHistory(at: number, clause: number): boolean {
    for (let i = at - 1; i >= Math.max(clause, at - 4); i -= 1) if (V.HISTORY.has(this.word(i))) return true;
    return V.HISTORY.has(this.word(at + 1));
  }

  /** A decision is the subject: "The denial is appropriate". */
  private speaksOfDenial(clause: number, from: number): boolean {
    for (let i = Math.max(clause, from - NEAR); i < from; i += 1) {
      const word = this.word(i);
      if (/^(?:for|request|requested|requests)$/.test(word)) return false;
      if (!V.DENIAL.has(word) && !(word === 'certification' && this.word(i - 1) === 'non')) continue;
      if (word.startsWith('deni') || word.startsWith('non') || word === 'certification') return true;
      for (let j = Math.max(clause, i - 4); j < i; j += 1) if (V.REVIEW.has(this.word(j))) return true;
    }
    return false;
  }

  /** A negation farther off in the clause: "There is no evidence that the request is …". `near`: no negation stands at the verdict. */
  private negationBefore(clause: number, from: number, near: boolean): { value: 'denial' | 'unclear'; at: number } | undefined {
    for (let i = clause; i < from; i += 1) {
      const word = this.word(i);
      if (!V.NEGATION.has(word) || this.isHarmless(i)) continue;
      if (!near && !/^(?:not|cannot|no|neither|unable|fails?|failed)$/.test(word)) continue;
      if (!near) return this.isMatrix(i, from) ? { value: 'unclear', at: i } : undefined;
      return { value: i === clause || this.isMatrix(i, from) ? 'denial' : 'unclear', at: i };
    }
    if (clause > 0 && this.isOpenMatrix(clause)) return { value: 'unclear', at: clause };
    return undefined;
  }

  /** The negated words speak of evidence or of a finding. */
  private isMatrix(at: number, from: number): boolean {
    for (let i = at; i < Math.min(from, at + 8); i += 1) {
      if (/^(?:that|find|consider|deem|support|supports|conclude|believe|feel|recommend|establish|show|demonstrate|certify|agree|evidence|reason|indication|documentation|clear|evident|persuaded|convinced)$/.test(this.word(i))) return true;
    }
    return false;
  }

  /** The piece before a comma ends inside "no evidence that …". */
  private isOpenMatrix(clause: number): boolean {
    let negated = false;
    const start = Math.max(0, clause - FAR);
    if (V.REASON.has(this.word(0)) || V.SUBORDINATE.has(this.word(0))) return false;
    for (let i = start; i < clause; i += 1) {
      const word = this.word(i);
      if (V.THEREFORE.has(word)) negated = false;
      else if (V.NEGATION.has(word) && !this.isHarmless(i)) negated = true;
      else if (negated && word === 'that' && !V.THEREFORE.has(this.word(clause)) && !V.THEREFORE.has(this.word(clause - 1))) return true;
    }
    return false;
  }

  /** "without contrast", "non-steroidal", "No. 30": no negation of what is said. */
  private isHarmless(at: number): boolean {
    const next = this.word(at + 1);
    switch (this.word(at)) {
      case 'non':
        return !/^(?:certified|medical|necess|approved|authorized|supported|indicated)/.test(next);
      case 'no':
        return /^(?:\d|\.|#|,|doubt|question)/.test(next) || (next === 'reason' && this.word(at + 3) === 'doubt');
      case 'without':
        return /^(?:contrast|dye|gadolinium|complications?|sedation|fluoroscopy|and|or|with|any\b|iv|a\b|doubt|question|delay)/.test(next) || this.word(at - 1) === 'or' || this.word(at - 1) === 'and';
      case 'failed':
      case 'failure':
      case 'absent':
        return next !== 'to';
      case 'not':
        return next === 'only' || next === 'limited';
      default:
        return false;
    }
  }

  private isQuoted(at: number): boolean {
    const open = this.quotes[at] ?? -1;
    return open >= 0 && at - open > 4;
  }

  /** Somebody else says so in the same clause. */
  private isReported(clause: number, from: number): boolean {
    let speaker = false;
    for (let i = clause; i < from; i += 1) {
      const word = this.word(i);
      if (word === 'request' || word === 'requested') speaker = false;
      else if (V.SPEAKER.has(word)) speaker = true;
      else if (V.REPORTING.has(word) && (speaker || word === 'state' || word === 'states')) return !this.isMine(clause, i);
      else if (speaker && /^(?:indicate|recommend|consider|support|find|found|deemed|determined|indicated|requested|denied|feel|felt|believe|suggested|recommended|considered)$/.test(word) && !/^(?:is|are|was|were|be|been|not|as)$/.test(this.word(i - 1))) return !this.isMine(clause, i);
    }
    return false;
  }

  private isMine(clause: number, at: number): boolean {
    for (let i = at - 1; i >= Math.max(clause, at - 4); i -= 1) if (/^(?:i|we|expert|imr)$/.test(this.word(i))) return true;
    return false;
  }

  private isConditional(clause: number, to: number, value: Verdict['value']): boolean {
    if (/^(?:if|when|unless|whether|once|should)$/.test(this.word(0)) && !this.hasTherefore(0, to)) return true;
    for (let i = clause; i < to; i += 1) if (/^(?:whether|if|unless)$/.test(this.word(i))) return true;
    for (let i = to + 1; i <= to + 3; i += 1) {
      const word = this.word(i);
      if (word === ',' || word === ';') return false;
      if (/^(?:if|when|unless|whenever|provided)$/.test(word)) return value !== 'denial' || !this.hasRequest(clause, to);
      if (/^(?:until|once)$/.test(word)) return value !== 'denial';
      if (word === 'in' && /^(?:prior|previous|earlier|past)$/.test(this.word(i + 1) === 'the' ? this.word(i + 2) : this.word(i + 1))) return true;
      if (word === 'for' && /^(?:patients|individuals|those|people|workers)$/.test(this.word(i + 1))) return true;
      if (word === 'in' && /^(?:patients|cases|those|individuals)$/.test(this.word(i + 1))) return true;
    }
    return false;
  }

  private hasTherefore(from: number, to: number): boolean {
    for (let i = Math.max(from, to - LONGEST_CLAUSE); i < to; i += 1) if (V.THEREFORE.has(this.word(i))) return true;
    return false;
  }

  private hasRequest(from: number, to: number): boolean {
    for (let i = from; i < to; i += 1) if (V.REQUEST.has(this.word(i))) return true;
    return false;
  }

  private isReason(clause: number): boolean {
    const first = this.word(clause);
    if (V.REASON.has(first) && !(first === 'as' && this.word(clause + 1) === 'such')) return true;
    return /^(?:because|since|although|though|while)$/.test(this.word(clause - 1)) || /^(?:because|although|though|while)$/.test(first);
  }
}

/** "clearly", "definitely"; not what makes a verdict less than one. */
function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !/^(?:only|partially|partly|possibly|probably|potentially|likely|previously|initially|originally|family|supply|weekly|daily|monthly)$/.test(word);
}

/** Where the clause of each word begins; lists inside a request stay in their clause. */
function clausesOf(words: readonly Word[]): number[] {
  let start = 0;
  let main = !V.SUBORDINATE.has(words[0]?.word ?? '');
  /** "is therefore", "is, therefore,": put in between, no new clause. */
  const parts = (index: number): boolean => {
    const [word, one, two] = [words[index]?.word ?? '', words[index - 1]?.word ?? '', words[index - 2]?.word ?? ''];
    if (word === ':') return !/^(?:service|services|dos|date|dates|item|items|#)$/.test(one);
    return V.THEREFORE.has(word) && !V.LINK.has(one) && !(one === ',' && V.LINK.has(two));
  };
  return words.map(({ word }, index) => {
    const next = words[index + 1]?.word ?? '';
    const before = words[index - 1]?.word ?? '';
    if (before === ',') {
      if (V.THEREFORE.has(word) ? parts(index) : V.CLAUSE.has(word) || !main) {
        if (!(word === 'neither' && next !== 'is' && next !== 'are')) start = index;
        main = true;
      } else if (/^(?:and|but|so)$/.test(word) && (V.CLAUSE.has(next) || V.THEREFORE.has(next))) start = index;
    } else if (parts(index - 1)) {
      start = index;
      main = true;
    } else if (parts(index)) start = index;
    else if (/^(?:and|so|because|since)$/.test(before) && /^(?:the|this|these)$/.test(word) && /^(?:request|requests|requested|treatment)$/.test(next)) start = index;
    else if (before === 'and' && word === 'medical' && next === 'necessity') start = index;
    // No clause of a letter is longer; a text without full stops must not cost more.
    return Math.max(start, index - LONGEST_CLAUSE);
  });
}
