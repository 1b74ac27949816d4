import * as l10n from '@vscode/l10n';
import { foldedText } from '../../letter';
import { CLAIMS_ADMINISTRATOR_GUIDELINE, exampleLetter, REVIEWER_GUIDELINE } from '../example-letter';
import type { Rule } from '../rule';
import { evidenceIn } from './mentions';

/** The rationale says that something is not documented, and the summary speaks of it. */
export const documentedAfterAll: Rule = {
  code: 'documented-after-all',
  title: 'The summary speaks of what the rationale says is not documented',
  level: 'hint',
  why: 'A decision that rests on something missing from the record is open to attack where the same letter’s summary tells of it. Whether the summary’s words are what the rationale misses is for a person to say, so this is a hint; the command “IMR: Check the Evidence” lists the same places, even where this rule is off.',
  source: 'Observed in letters: a benefit that “is not documented” in the rationale stands in the clinical case summary.',
  marks:
    'In a rationale, the claim that something is not documented, from its first word to the end of what is missed; the sentences of the clinical case summary that speak of it (at most three) are linked.\n\n' +
    'A claim is one of these, in a sentence that names no guideline, study or recommendation:\n\n' +
    '- “no”, “without” or “lack of” before “documentation”, “documented …”, “evidence”, “mention”, “record”, “indication”, “discussion” or “description”, also with a word like “clear”, “objective” or “clinical” between them: “there is no documentation of …”, “no evidence of …”, “no mention of …”, “without documentation of …”, “a lack of documentation as to whether …”;\n' +
    '- “documentation”, “records”, “notes”, “reports”, “file” or “chart”, later followed by “do not” (“does not”, “did not”) or “fail to” with “show”, “mention”, “document”, “describe”, “report”, “record”, “note”, “indicate”, “establish” or “provide”: “the records do not mention …”;\n' +
    '- “has not been documented”, “is not documented” (“mentioned”, “recorded”) behind what is missed.\n\n' +
    'What is missed goes on to a semicolon, or to a purpose or reason (“to support …”, “that would …”, “because”, “despite”, “other than”). Each of its parts (at commas, “and”, “or”) is looked for by itself. A sentence of the summary speaks of a part when it has two of its words and at least half of them, or its only word where that is a specific one: a word that has five letters or more without its ending (“seizures”, “acupuncture”), a home exercise program, a urine drug screen or an epidural injection; physical therapy, an MRI, x-rays, EMG, range of motion and activities of daily living count only beside another word, and so do words that fit anything (improve, fail, complete, respond, abnormal, stable). Forms of a word count as one, and so do short forms and synonyms (PT and physical therapy, MRI, ROM, EMG, NSAID, benefit and improvement). Where the claim says “this”, “it” or “these”, one of its words and one of the request’s are enough.\n\n' +
    'Not marked: parts of the body and the words of any letter do not count, which are, in all their forms, those of grammar, numbers and: patient, claimant, applicant, worker, employee, injured, injury, individual, medical, clinical, functional, physical, treatment, treat, therapy, care, service, session, visit, week, month, year, day, date, time, history, complaint, symptom, sign, pain, painful, exam, examine, examination, finding, objective, subjective, document, documentation, evidence, record, report, note, noted, noting, chart, file, mention, indication, indicate, indicative, describe, show, state, submit, provide, review, significant, specific, clear, current, recent, previous, prior, past, present, presence, available, adequate, sufficient, further, additional, continue, ongoing, new, different, request, necessity, necessary, need, require, support, warrant, justify, provider, physician, doctor, attending, reviewer, use, usual, utilize, due, trial, level, moderate, severe, mild, acute, chronic, general, normal, case, plan, goal, program, number, term, long, short, low, high, baseline, outcome, result, relate, associate, regard, concern, whether, include, medication, medicine, drug, procedure, surgery, surgical, intervention, condition, problem, issue, type, form, order, study, test, diagnosis, diagnostic, decrease, increase, reduce, reduction, change, claim, course, section, receive, prescribe, active, activity, affect, measure, positive, abnormal, true, attempt, try, tried, undergo, undergone, underwent (“functional” counts in “functional improvement”); sentences of the summary with a negation (“no”, “not”, “denies”, “without” …) about what is only asked for, planned or approved, or about a diagnosis, a suspicion or a family history; sentences that do not name what is missed of a thing where the claim names that (intolerance, side effects, allergy, failure, number, frequency, recent, functional, plan, compliance, abuse, duration, dose, weight); where the claim asks for something objective, a finding, an examination or imaging, sentences of what a person complains of, reports or states; a reason, rationale or explanation that is missed.',
  examples: {
    wrong: [
      {
        title: 'The summary tells of the benefit',
        text: withSummary('She has completed six sessions of aquatic therapy, which improved her walking distance.', 'Six more sessions of aquatic therapy: Upheld', 'There is no documentation as to whether this was completed or was of any benefit.'),
      },
      {
        title: 'The summary names what there is no mention of',
        text: withSummary('A splint at night was tried in May and numbness in the fingers went on.', 'Nerve conduction study: Upheld', 'The records do not mention numbness or the use of a splint at night.'),
      },
    ],
    right: [
      {
        title: 'The summary says that it is not so',
        text: withSummary('He denies numbness. A splint was requested.', 'Nerve conduction study: Upheld', 'The records do not mention numbness or the use of a splint at night.'),
      },
    ],
  },
  check: ({ text, letter }) =>
    evidenceIn(text, letter).map(({ item, claim, mentions }) => ({
      span: claim,
      message: l10n.t('The rationale says that this is not documented, and the summary speaks of it: “{0}”.', shortened(foldedText(text, mentions[0]!))),
      item,
      related: mentions.map((span) => ({ span, message: l10n.t('The summary speaks of it here.') })),
    })),
  // Which of the two passages is right, a person has to say.
  fixes: () => [],
};

function withSummary(summary: string, heading: string, rationale: string): string {
  const fields = [CLAIMS_ADMINISTRATOR_GUIDELINE, REVIEWER_GUIDELINE, `Decision rationale: ${rationale} Therefore, the request is not medically necessary.`];
  return exampleLetter({ heading, fields }).replace('Swelling was gone after a week.', summary);
}

const LONGEST_QUOTE = 90;

function shortened(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words;
  const blank = words.lastIndexOf(' ', LONGEST_QUOTE);
  return `${words.slice(0, blank > 0 ? blank : LONGEST_QUOTE)}…`;
}
