import * as l10n from '@vscode/l10n';
import { exampleLetter } from '../example-letter';
import { firstLine } from '../places';
import type { Rule } from '../rule';
import { sectionWords } from './section-words';

/** The form's own sentence at the head of the summary. */
const LEAD = /^[^.:;]{0,120}\bdeveloped\s{1,6}the\s{1,6}following\s{1,6}clinical\s{1,6}case\s{1,6}summary\b[^:.;]{0,200}[:.]?/i;
const SENTENCE = /(?:[\p{L}\p{N}]\P{White_Space}{0,40}\s{1,8}){5}\S/u;
const STEMS =
  /\b(?:pain|ach(?:e|ing)|hurt|sore|injur|strain|sprain|fractur|brok|tear|torn|tore|twist|swell|swollen|numb|weak|tingl|stiff|burn|wound|lacerat|contus|bruis|crush|amputat|ruptur|herni|bulg|protru|sten|spasm|tender|diagnos|disorder|disease|syndrome|symptom|complain|condition|impair|surg|operat|depress|anxi|insomn|sleep|stress|asthma|diabet|hypert|obes|cancer|infect|headache|migraine|concuss|trauma|degener|deform|disab|ill\b|illness|sick|fell|fall|slip|struck|strike|lift|neck|back\b|low-back|spin|lumba|lumbo|cervic|thorac|sacr|shoulder|arms?\b|forearm|elbow|wrist|hands?\b|finger|thumb|hips?\b|legs?\b|knee|ankle|foot|feet|toes?\b|heel|head|face|facial|eyes?\b|ears?\b|hearing|vision|jaw|teeth|tooth|dental|chest|rib|abdom|stomach|gastr|groin|pelvi|heart|cardi|lung|pulmon|skin|nerve|neur|disc|disk|joint|muscl|tendon|ligament|menisc|rotator|carpal|extremit|kidney|liver|bladder|brain|blood)|(?:itis|osis|algia|opathy|plegia|paresis|ectomy|otomy|plasty|scopy|desis|lysis)\b|\b(?:fus(?:ed|ion)|radicul|spondyl|scolio|impinge|labr(?:al|um)|biceps|triceps|quadric|hamstring|calf|thigh|torso|trunk|limb|body|bone|bony|cyst|tumou?r|lesion|mass\b|patholog|abnormal|trauma|accident|assault|attack|bit(?:e|ten)\b|shock|electrocut|expos|inhal|chemical|poison|collision|crash|status.post|s[/]p|post-?op|tinnitus|dizz|vertigo|nausea|vomit|fatigue|rash|derma|allerg|cough|breath|weight|urin|incontin|constip|seiz|strok|erectile|sexual|bowel|bleed|ulcer|reflux|mood|mental|psych|cognit|memory)|\b(?:GERD|PTSD|CRPS|RSD|ACDF|ORIF|TK[AR]|TH[AR]|ACL|MCL|PCL|CTS|LBP|TMJ|TBI|MVA|HTN|COPD|OA|DDD|HNP|IBS|[CTL]\d{1,2}-?[CTLS]?\d{1,2}|[CTL]\d{1,2}[/]|S1)\b/i;

/** The clinical case summary says nothing of what ails the employee. */
export const noMedicalCondition: Rule = {
  code: 'no-medical-condition',
  title: 'The summary gives no medical condition',
  level: 'warning',
  why: 'A determination names the medical condition of the employee; without it nobody can follow why a treatment is or is not necessary. The condition belongs into the clinical case summary.',
  source:
    '8 CCR 9792.10.6(d), item 2 of what a final determination holds: “the medical condition of the employee” (*seen*; the text at hand breaks off after these words). That the summary is its place is observed in letters.',
  marks:
    'The heading of the clinical case summary (`CLINICAL CASE SUMMARY`, `Case Summary`), where nothing stands below it before the next heading or item, or nothing but the form’s own sentence “The expert reviewer developed the following clinical case summary …”. A summary of six words or more, not one of which names an injury, a complaint, a diagnosis, an operation, an accident or a part of the body, is marked at its heading too, as information. ' +
    'Not marked: a summary that is missing with its heading (see `missing-section`), and a letter that ends in its summary, as cut-off copies do.',
  examples: {
    wrong: [
      { title: 'A heading with nothing below it', text: exampleLetter({}).replace(/The expert reviewer developed[^]*a week\.\n\n/, '') },
      { title: 'A summary without a condition', text: exampleLetter({}).replace('A warehouse worker twisted the left knee on a ladder. Swelling was gone after a week.', 'The file was sent in on paper and was read in full.') },
    ],
    right: [{ title: 'A summary with a condition', text: exampleLetter({}) }],
  },
  check({ text, letter }) {
    const summary = sectionWords(text, letter, 'summary');
    if (summary === undefined) return [];
    const said = text.slice(summary.words.start, summary.words.end).replace(LEAD, '');
    const span = firstLine(text, summary.section.heading);
    if (!/[\p{L}\p{N}]/u.test(said)) return [{ span, message: l10n.t('The clinical case summary is empty.'), item: null }];
    // Fewer words are a place to be filled in.
    if (STEMS.test(said) || !SENTENCE.test(said)) return [];
    return [{ span, message: l10n.t('The clinical case summary names no medical condition.'), level: 'information', item: null }];
  },
  fixes: () => [],
};
