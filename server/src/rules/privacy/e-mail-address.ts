import * as l10n from '@vscode/l10n';
import { exampleLetter } from '../example-letter';
import { matchesIn, privacyRule, textBefore, type PrivateKind } from './masking';

/** Found from its sign, which prose hardly has. */
const DOMAIN = /@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![\w-]|\.\w)/g;
const LONGEST_NAME = 64;
const NAME = /[\w+%-][\w.+%-]{0,63}$/;

/** Authorities and the review organization, whose addresses are public. */
const PUBLIC = /@(?:[\w-]{1,63}\.){0,4}(?:maximus\.com|gov)$/i;

export const E_MAIL_ADDRESS: PrivateKind = {
  code: 'e-mail-address',
  title: 'An e-mail address',
  why: 'An e-mail address leads straight to a person, and most hold the name. Nothing in a determination rests on it.',
  source: 'Observed in letters: public copies are redacted by the state, and none of those read holds an e-mail address.',
  marks: 'The address (`name@example.com`), anywhere in the letter. Not marked: addresses that end in `.gov` or `maximus.com`, which are public.',
  examples: {
    wrong: [{ title: 'In the case summary', text: exampleLetter({}).replace('on a ladder.', 'on a ladder. Questions go to j.doe@example.com.') }],
    right: [{ title: 'The office of an authority', text: exampleLetter({}).replace('on a ladder.', 'on a ladder. Questions go to office@example.gov.') }],
  },
  message: () => l10n.t('An e-mail address tells who a person is; letters that others read hold none.'),
  find: ({ text, letter }) =>
    matchesIn(text, letter, DOMAIN).flatMap(({ start, end }) => {
      const name = NAME.exec(textBefore(text, letter, start, LONGEST_NAME))?.[0] ?? '';
      return name === '' || PUBLIC.test(text.slice(start, end)) ? [] : [{ start: start - name.length, end }];
    }),
};

export const eMailAddress = privacyRule(E_MAIL_ADDRESS);
